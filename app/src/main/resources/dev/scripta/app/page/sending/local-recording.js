// @ts-check

/**
 * One recording of this browser as views see it.
 *
 * @typedef {object} LocalRecording
 * @property {string} id
 * @property {string} sessionId
 * @property {string} owner
 * @property {string} name '' where it is named by its time
 * @property {number} createdAt milliseconds since the epoch
 * @property {number} bytes
 * @property {number} seconds 0 where it is not known
 * @property {'recording' | 'paused' | 'interrupted' | 'elsewhere' | 'waiting' | 'checking' | 'uploading' | 'received' |
 *     'transcribing' | 'analysing' | 'saving' | 'deferred' | 'retrying' | 'failed' | 'saved'} state
 * @property {number} [share] 0 to 1 of the state's work
 * @property {string} message plain words, '' when the state says it all
 * @property {number} [retryAt] milliseconds since the epoch
 * @property {number} [conversationId]
 * @property {any} [result] as the service answered, once it has
 * @property {'microphone' | 'file'} source
 * @property {string} trouble why this browser's storage does not keep it, '' when it does
 */

/**
 * @param {import('../keeping/entry.js').Entry} entry
 * @returns {LocalRecording} as it is now
 */
export function localRecording({ kept, sight, trouble }) {
    return {
        id: kept.id,
        sessionId: kept.sessionId,
        owner: kept.owner,
        name: kept.name,
        createdAt: kept.createdAt,
        bytes: kept.bytes,
        seconds: kept.seconds,
        source: kept.source,
        conversationId: kept.conversationId,
        message: '',
        trouble,
        ...sight,
        state: /** @type {LocalRecording['state']} */ (sight.state),
    };
}
