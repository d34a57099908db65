-- By which words each conversation is found: those that the application folds, each behind a tag of its owner, so that one
-- index finds an owner's words among everybody's without a look at the others'. Nothing here depends on the locale or the
-- text search configurations of this server.
--
-- A table of its own, with small rows, so that to count ten thousands of found conversations reads few pages: words belong in
-- the side storage (TOAST), for only a change reads them. Rows below 2 KB would keep them; that is what the blanks are for,
-- of which some 40 bytes are left when they are compressed. What was saved by versions before is added by the application, a few rows at a time:
-- this migration touches no rows.
CREATE TABLE conversation_words (
    owner_id   text COLLATE "C" NOT NULL,
    id         bigint           NOT NULL,
    created_at timestamptz      NOT NULL,
    -- Whose content the words are of, and for whom they are tagged: when one differs from the conversation, they are stale.
    revision   bigint           NOT NULL,
    tagged_for text COLLATE "C" NOT NULL,
    words      tsvector         NOT NULL,
    blanks     text             NOT NULL DEFAULT repeat(' ', 2200),
    CONSTRAINT conversation_words_pkey PRIMARY KEY (owner_id, id),
    CONSTRAINT conversation_words_fkey FOREIGN KEY (owner_id, id) REFERENCES conversation (owner_id, id)
        ON UPDATE CASCADE ON DELETE CASCADE
) WITH (toast_tuple_target = 128);

-- Without statistics the planner takes any search for a rare one, and uses the index. With them it would read the words of
-- all rows where a search finds many, not knowing that those are stored apart.
ALTER TABLE conversation_words ALTER COLUMN words SET STATISTICS 0;

-- Without the list of pending entries, which every search would have to read, and one save in some hundreds to clear.
CREATE INDEX conversation_words_found ON conversation_words USING gin (words) WITH (fastupdate = off);
