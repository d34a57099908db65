-- Who can sign in. COLLATE "C" compares bytes: addresses are exact, for what a local part means is its host's to say.
CREATE TABLE account (
    id                bigint           NOT NULL,
    email             text COLLATE "C" NOT NULL,
    name              text COLLATE "C" NOT NULL,
    medical_id        text COLLATE "C",
    national_id       text COLLATE "C",
    age               integer,
    password_hash     text COLLATE "C" NOT NULL,
    password_revision bigint           NOT NULL,
    picture           text COLLATE "C",
    picture_url       text COLLATE "C",
    created_at        timestamptz      NOT NULL,
    updated_at        timestamptz      NOT NULL,
    CONSTRAINT account_pkey PRIMARY KEY (id),
    CONSTRAINT account_email_key UNIQUE (email),
    -- Ids are made by the application; JavaScript keeps integers exact only below 2^53.
    CONSTRAINT account_id_check CHECK (id BETWEEN 1 AND 9007199254740991),
    CONSTRAINT account_password_revision_check CHECK (password_revision >= 1)
);

-- What was taken over from the tables of an older system, so that taking over again takes what is new and nothing twice, not
-- even what was deleted here since.
CREATE TABLE adoption (
    source      text COLLATE "C" NOT NULL,
    id          bigint           NOT NULL,
    adopted_at  timestamptz      NOT NULL,
    -- Of what was taken over, as SHA-256: it tells a row that the older system has changed since, and whether it was changed here.
    fingerprint bytea            NOT NULL,
    CONSTRAINT adoption_pkey PRIMARY KEY (source, id)
);
