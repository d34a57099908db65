-- What a result was made of: gaps in the transcript, the analysis template, and a receipt for each call of an engine. It is
-- read and written as a whole, like segments; NULL where nothing is known, as of all that was saved before.
ALTER TABLE conversation ADD COLUMN provenance json;
ALTER TABLE recording_journal ADD COLUMN provenance json;

-- Whether a failed call may have been done, and billed, though no answer came.
ALTER TABLE recording_journal ADD COLUMN outcome_unknown boolean;
