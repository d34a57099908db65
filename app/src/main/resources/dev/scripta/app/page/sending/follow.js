// @ts-check
import { Problem } from '../service/problem.js';
import { events } from './events.js';

/**
 * What the service tells of a recording in work.
 *
 * @typedef {object} Status
 * @property {string} session_id
 * @property {string} audio_sha256
 * @property {'received' | 'transcribing' | 'analysing' | 'saving' | 'waiting' | 'abandoned' | 'done' | 'failed'} stage
 * @property {number} attempts
 * @property {number} [progress] 0 to 1
 * @property {number} [retry_after] seconds
 * @property {{type?: string, title?: string, status?: number, detail?: string}} [problem]
 * @property {any} [result]
 */

/** A service sends at least a comment every 15 seconds. */
const SILENCE = 40_000;
/** And the state of things at once. */
const FIRST = 10_000;
const GLANCE = 2000;
/** A browser opens six connections to a service at most, over all tabs, and each stream keeps one. */
const SEATS = ['stream/1', 'stream/2'];

/**
 * Follows a recording in work to its end: by server-sent events, or by looking again and again where those do not get
 * through.
 */
export class Follow {
    #api;
    #locks;
    #pause;
    #streams = true;

    /**
     * @param {object} parts
     * @param {import('../service/api.js').Api} parts.api
     * @param {import('../keeping/locks.js').Locks} parts.locks
     * @param {import('./backoff.js').Pause} parts.pause
     */
    constructor({ api, locks, pause }) {
        this.#api = api;
        this.#locks = locks;
        this.#pause = pause;
    }

    /**
     * @param {string} path of the status
     * @param {object} options
     * @param {AbortSignal} options.signal
     * @param {(status: Status) => void} options.heard
     * @param {Status} [options.first] what is known already
     * @returns {Promise<Status>} done, failed or abandoned
     * @throws {Problem}
     */
    async toTheEnd(path, { signal, heard, first }) {
        for (let status = first; ; status = await this.#look(path, { signal, heard })) {
            if (status && final(status)) {
                return status;
            }
            if (status) {
                heard(status);
            }
            const end = await this.#streamed(path, signal, heard);
            if (end) {
                return end;
            }
        }
    }

    /**
     * @param {string} path
     * @param {{signal: AbortSignal, heard: (status: Status) => void}} options
     * @returns {Promise<Status>} told, and looked at long enough, unless it is the end
     */
    async #look(path, { signal, heard }) {
        const status = await this.#api.json('GET', path, { headers: { Accept: 'application/json' }, signal });
        if (!final(status)) {
            heard(status);
            await this.#pause.wait(GLANCE, signal);
            signal.throwIfAborted();
        }
        return status;
    }

    /**
     * @param {string} path
     * @param {AbortSignal} signal
     * @param {(status: Status) => void} heard
     * @returns {Promise<Status | undefined>} the end; undefined when the stream did not come so far
     */
    async #streamed(path, signal, heard) {
        const leave = this.#streams ? await this.#seat() : undefined;
        if (!leave) {
            return undefined;
        }
        try {
            const response = await this.#api.send('GET', path, { headers: { Accept: 'text/event-stream' }, signal });
            if (response.body && response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
                return await this.#read(response.body, heard);
            }
            this.#streams = false;
            return undefined;
        } finally {
            leave();
        }
    }

    /**
     * A stream that breaks is nothing to speak of: the look that follows tells whether the service is there. One that
     * tells nothing at all is held back by something on the way, and not tried again.
     *
     * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
     * @param {(status: Status) => void} heard
     * @returns {Promise<Status | undefined>}
     */
    async #read(body, heard) {
        let told = false;
        try {
            for await (const data of events(body, () => (told ? SILENCE : FIRST))) {
                const status = /** @type {Status} */ (JSON.parse(data));
                told = true;
                if (final(status)) {
                    return status;
                }
                heard(status);
            }
        } catch (failure) {
            if (!(failure instanceof Problem)) {
                throw failure;
            }
        }
        this.#streams = told;
        return undefined;
    }

    /** @returns {Promise<(() => void) | undefined>} leaves the seat; undefined when all are taken */
    async #seat() {
        for (const seat of SEATS) {
            const leave = await this.#locks.tryToTake(seat);
            if (leave) {
                return leave;
            }
        }
        return undefined;
    }
}

/** @param {Status} status */
function final({ stage }) {
    return stage === 'done' || stage === 'failed' || stage === 'abandoned';
}
