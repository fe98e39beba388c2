-- @x/asana-auth-store-postgres: run in one transaction.

CREATE TABLE "public"."asana_auth_migrations" (
  id TEXT COLLATE "C" PRIMARY KEY,
  applied_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- 0001
CREATE TABLE "public"."asana_auth_credentials" (
  namespace TEXT COLLATE "C" NOT NULL,
  provider TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  payload TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'reauthorization_required')),
  expires_at BIGINT,
  updated_at BIGINT NOT NULL,
  version TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (namespace, provider, subject)
);

CREATE TABLE "public"."asana_auth_leases" (
  namespace TEXT COLLATE "C" NOT NULL,
  provider TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  owner TEXT COLLATE "C" NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (namespace, provider, subject)
);
CREATE INDEX ON "public"."asana_auth_leases" (expires_at);

CREATE TABLE "public"."asana_auth_one_time" (
  namespace TEXT COLLATE "C" NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  value TEXT NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (namespace, key)
);
CREATE INDEX ON "public"."asana_auth_one_time" (expires_at);
INSERT INTO "public"."asana_auth_migrations" (id) VALUES ('0001');
