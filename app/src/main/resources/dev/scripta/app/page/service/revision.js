// @ts-check
import { parse } from './json.js';
import { Problem } from './problem.js';

/**
 * @typedef {import('./api.js').Api} Api
 *
 * @typedef {object} Span
 * @property {number} start seconds
 * @property {number} end seconds
 *
 * @typedef {object} Conversation
 * @property {number} id
 * @property {string} session_id
 * @property {string} transcript
 * @property {Record<string, unknown>} analysis
 * @property {string} created_at
 * @property {string} updated_at
 * @property {number} revision
 * @property {string} [engine]
 * @property {string} [language]
 * @property {string} [template]
 * @property {(Span & {text: string})[]} segments
 * @property {Span[]} [gaps]
 * @property {boolean} [audio] whether it can be heard
 *
 * @typedef {{conversation: Conversation, etag: string}} Read
 */

/**
 * One conversation as it is stored, with the ETag of this very revision of it.
 * @param {Api} api
 * @param {number | string} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<Read>}
 */
export async function readRevision(api, id, signal) {
    const response = await api.send('GET', `/api/user/conversations/${encodeURIComponent(id)}`,
        { headers: { Accept: 'application/json' }, signal });
    const text = await response.text().catch(() => {
        throw Problem.unreachable();
    });
    return { conversation: parse(text), etag: response.headers.get('ETag') ?? '' };
}

/**
 * Stores another revision, unless somebody else did meanwhile.
 * @param {Api} api
 * @param {object} revision
 * @param {string} revision.sessionId
 * @param {string} revision.transcript
 * @param {string} revision.analysis JSON text
 * @param {string} revision.etag of what the person corrected: anything else stored by now is a problem of status 412.
 *     Empty when nothing is stored any more.
 * @returns {Promise<number>} its id, which is another one where it was deleted before
 */
export async function saveRevision(api, { sessionId, transcript, analysis, etag }) {
    const body = new FormData();
    body.set('session_id', sessionId);
    body.set('transcript', transcript);
    body.set('analysis', analysis);
    /** @type {Record<string, string>} */
    const headers = etag ? { 'If-Match': etag } : { 'If-None-Match': '*' };
    const saved = await api.json('POST', '/api/save-analysis', { headers, body });
    return saved.conversation_id;
}
