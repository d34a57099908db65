// @ts-check
import { instant, line } from './words.js';

/**
 * @typedef {object} Entry a conversation as the service lists it
 * @property {number} id
 * @property {string} session_id
 * @property {string} created_at
 * @property {unknown} patient_name
 * @property {unknown} chief_complaint
 *
 * @typedef {object} Work a recording as the service knows it
 * @property {string} session_id
 * @property {string} audio_sha256
 * @property {string} stage
 * @property {number} attempts
 * @property {number} [progress]
 * @property {number} [retry_after] seconds
 * @property {{detail?: string, status?: number}} [problem]
 *
 * @typedef {object} Local a recording as this browser keeps it
 * @property {string} id
 * @property {string} sessionId
 * @property {string} name
 * @property {number} createdAt
 * @property {string} state
 * @property {number} [share]
 * @property {number} [conversationId]
 *
 * @typedef {object} Row one session in the list
 * @property {string} session
 * @property {number | undefined} id of its conversation, when there is one
 * @property {number | undefined} when milliseconds; undefined when only another device knows
 * @property {string} title empty when nothing is known to name it by
 * @property {string} name of the person whom it is about, when the title says something else
 * @property {string} state '' when it is saved and rests; else as of Local and Work
 * @property {number | undefined} share of the present stage, 0 to 1
 */

/**
 * The list: each session exactly once, newest first, whatever of it this browser, the service's work and the service's
 * conversations know.
 * @param {object} known
 * @param {readonly Entry[]} known.entries
 * @param {readonly Local[]} known.locals
 * @param {readonly Work[]} known.works
 * @param {ReadonlySet<number>} known.gone conversations that are being deleted, or were
 * @param {ReadonlyMap<number, string>} known.beginnings first words of conversations that were read
 * @returns {Row[]}
 */
export function rows({ entries, locals, works, gone, beginnings }) {
    /** @type {Map<string, Row>} */
    const bySession = new Map();
    for (const entry of entries) {
        if (!gone.has(entry.id) && !bySession.has(entry.session_id)) {
            bySession.set(entry.session_id, ofEntry(entry, beginnings.get(entry.id) ?? ''));
        }
    }
    for (const work of works) {
        const row = bySession.get(work.session_id) ?? unsaved(work.session_id);
        if (!row.state) {
            Object.assign(row, { state: stateOf(work), share: work.progress });
        }
        bySession.set(work.session_id, row);
    }
    const inOrder = [...locals].sort((a, b) => a.createdAt - b.createdAt);
    const newest = new Map(inOrder.map(local => [local.sessionId, local]));
    for (const local of newest.values()) {
        if (local.state === 'saved' && local.conversationId !== undefined && gone.has(local.conversationId)) {
            continue;
        }
        const row = bySession.get(local.sessionId) ?? unsaved(local.sessionId);
        // This browser knows better than the service how far its own recording is.
        const state = local.state === 'saved' ? '' : local.state;
        bySession.set(local.sessionId, {
            ...row,
            id: row.id ?? local.conversationId,
            when: row.when ?? local.createdAt,
            title: row.title || (row.id === undefined ? local.name : ''),
            state,
            share: state ? local.share : undefined,
        });
    }
    return [...bySession.values()].sort((a, b) =>
        (b.when ?? Infinity) - (a.when ?? Infinity) || (b.id ?? 0) - (a.id ?? 0) || 0);
}

/**
 * @param {Entry} entry
 * @param {string} words
 * @returns {Row}
 */
function ofEntry(entry, words) {
    const subject = line(entry.chief_complaint);
    const name = line(entry.patient_name);
    return {
        session: entry.session_id,
        id: entry.id,
        when: instant(entry.created_at),
        title: subject || name || words,
        name: subject && name !== subject ? name : '',
        state: '',
        share: undefined,
    };
}

/**
 * @param {string} session
 * @returns {Row}
 */
function unsaved(session) {
    return { session, id: undefined, when: undefined, title: '', name: '', state: '', share: undefined };
}

/** @param {Work} work */
function stateOf(work) {
    // Done, and still among those that are not settled: its save waits for the database.
    return work.stage === 'done' ? 'deferred' : work.stage;
}
