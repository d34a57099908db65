-- What was taken over, as SHA-256: it tells a row that the older system has changed since, and whether it was changed here.
-- Nothing was ever noted without it.
ALTER TABLE adoption ADD COLUMN fingerprint bytea NOT NULL;
