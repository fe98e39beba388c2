import type { RegistryMigration } from './registry-migrations.ts'

/** COLLATE "C": ids are compared byte by byte, whatever the locale; the order of pages is that of ids. */
export const firstTables: RegistryMigration = {
  id: '0001',
  sql: ({ organizations, clients, asanaApps, connectors }) => `CREATE TABLE ${organizations} (
  id TEXT COLLATE "C" PRIMARY KEY,
  name TEXT NOT NULL,
  redirect_urls TEXT[] NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE ${clients} (
  client_id TEXT COLLATE "C" PRIMARY KEY,
  organization_id TEXT COLLATE "C" NOT NULL REFERENCES ${organizations} ON DELETE CASCADE,
  secret_hash TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX ON ${clients} (organization_id);

CREATE TABLE ${asanaApps} (
  organization_id TEXT COLLATE "C" PRIMARY KEY REFERENCES ${organizations} ON DELETE CASCADE,
  id TEXT COLLATE "C" NOT NULL,
  client_id TEXT NOT NULL,
  sealed_secret TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);

CREATE TABLE ${connectors} (
  organization_id TEXT COLLATE "C" NOT NULL REFERENCES ${organizations} ON DELETE CASCADE,
  id TEXT COLLATE "C" NOT NULL,
  external_user_id TEXT COLLATE "C" NOT NULL,
  name TEXT NOT NULL,
  auth_kind TEXT NOT NULL CHECK (auth_kind IN ('oauth', 'token')),
  app_kind TEXT NOT NULL CHECK (app_kind IN ('server', 'organization', 'own')),
  app_client_id TEXT,
  app_sealed_secret TEXT,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX ON ${connectors} (organization_id, external_user_id, id);`,
}
