-- What an owner still waits for, found without a look at what is done. Only a change of state or order writes it: leases and
-- rests are not in it, so that a renewal stays a heap-only update.
CREATE INDEX recording_journal_open ON recording_journal (owner_id, order_key DESC)
    WHERE state IN ('IN_WORK', 'POSTPONED');
