import type { Migration } from './migration.ts'

/** COLLATE "C": keys are compared byte by byte, and the primary key serves prefixes in any locale. */
export const firstTables: Migration = {
  id: '0001',
  sql: ({ credentials, leases, oneTime }) => `CREATE TABLE ${credentials} (
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

CREATE TABLE ${leases} (
  namespace TEXT COLLATE "C" NOT NULL,
  provider TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  owner TEXT COLLATE "C" NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (namespace, provider, subject)
);
CREATE INDEX ON ${leases} (expires_at);

CREATE TABLE ${oneTime} (
  namespace TEXT COLLATE "C" NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  value TEXT NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (namespace, key)
);
CREATE INDEX ON ${oneTime} (expires_at);`,
}
