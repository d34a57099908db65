-- One conversation per owner and session. The owner comes first in every key: another owner's rows can be neither met
-- nor seen, and the table can be distributed by owner.
--
-- COLLATE "C" compares bytes: ids are exact, and the indexes survive a change of the system's locale data.
--
-- analysis and segments are json, not jsonb: an analysis must come back as it was given, and jsonb would sort members,
-- drop the written form of numbers and limit their size. Nothing is searched inside; contents are compared by fingerprint.
CREATE TABLE conversation (
    owner_id    text COLLATE "C" NOT NULL,
    session_id  text COLLATE "C" NOT NULL,
    id          bigint           NOT NULL,
    revision    bigint           NOT NULL,
    order_key   bigint           NOT NULL,
    fingerprint bytea            NOT NULL,
    transcript  text COLLATE "C" NOT NULL,
    language    text COLLATE "C",
    engine      text COLLATE "C",
    segments    json             NOT NULL,
    analysis    json             NOT NULL,
    created_at  timestamptz      NOT NULL,
    updated_at  timestamptz      NOT NULL,
    CONSTRAINT conversation_pkey PRIMARY KEY (owner_id, session_id),
    CONSTRAINT conversation_id_key UNIQUE (owner_id, id),
    -- Ids are made by the application; JavaScript keeps integers exact only below 2^53.
    CONSTRAINT conversation_id_check CHECK (id BETWEEN 1 AND 9007199254740991),
    CONSTRAINT conversation_revision_check CHECK (revision >= 1)
);

-- The list is by creation, never by change: an index on updated_at or order_key would make every update write each index
-- anew (no heap-only tuples).
CREATE INDEX conversation_list ON conversation (owner_id, created_at DESC, id DESC);
