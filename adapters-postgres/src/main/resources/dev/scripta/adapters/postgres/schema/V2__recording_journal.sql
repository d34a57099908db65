-- What is known of each recording in work. The owner comes first, as everywhere; the primary key is the only index, for it
-- begins with what everything here is asked by. An index on expires_at would be written by every renewal of a lease, which
-- without one is a heap-only update; fillfactor leaves the room on the page that such an update needs.
--
-- expires_at is the end of the lease, of an engine's rest or of a verdict's time to live, and means nothing once the
-- recording is done; ended_at counts for the retention, and is the time of the claim while the recording is in work. Both are
-- this server's time: no client's clock decides anything.
CREATE TABLE recording_journal (
    owner_id     text COLLATE "C" NOT NULL,
    session_id   text COLLATE "C" NOT NULL,
    audio_sha256 bytea            NOT NULL,
    state        text COLLATE "C" NOT NULL,
    fence        bigint           NOT NULL,
    holder       bigint           NOT NULL,
    order_key    bigint           NOT NULL,
    expires_at   timestamptz      NOT NULL,
    ended_at     timestamptz      NOT NULL,
    transcript   text COLLATE "C",
    language     text COLLATE "C",
    engine       text COLLATE "C",
    segments     json,
    analysis     json,
    fingerprint  bytea,
    reason       text COLLATE "C",
    detail       text COLLATE "C",
    retryable    boolean,
    CONSTRAINT recording_journal_pkey PRIMARY KEY (owner_id, session_id, audio_sha256),
    CONSTRAINT recording_journal_state_check CHECK (state IN ('IN_WORK', 'DONE', 'POSTPONED', 'REFUSED')),
    CONSTRAINT recording_journal_fence_check CHECK (fence >= 1)
) WITH (fillfactor = 80);
