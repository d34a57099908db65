// @ts-check
import { suffix } from '../recording/formats.js';
import { Problem } from '../service/problem.js';
import { Follow } from './follow.js';
import { Refused } from './troubles.js';
import { upload } from './upload.js';

/** @typedef {import('../keeping/entry.js').Entry} Entry */

/**
 * What it asks the service with.
 *
 * @typedef {object} Line
 * @property {import('../service/api.js').Api} api
 * @property {import('../service/identity.js').Identity} identity
 * @property {import('../keeping/locks.js').Locks} locks
 * @property {import('./turns.js').Turns} turns for what a connection and a processor have to share
 */

/** More answers about other bytes than ours than this, and something is wrong that sending again does not cure. */
const MOST_MISMATCHES = 3;

/** One recording as the service has it: asked for, sent, and followed to its result. It shows how far that is. */
export class Submission {
    #entry;
    #line;
    #signal;
    #told;
    #follow;
    /** Whether sending has begun, so that the service may know of it. */
    #tried = false;
    #mismatches = 0;

    /**
     * @param {Entry} entry
     * @param {Line} line
     * @param {object} course
     * @param {AbortSignal} course.signal
     * @param {import('./backoff.js').Pause} course.pause between two looks
     * @param {() => void} course.told called whenever the service tells how far it is
     */
    constructor(entry, line, { signal, pause, told }) {
        this.#entry = entry;
        this.#line = line;
        this.#signal = signal;
        this.#told = told;
        this.#follow = new Follow({ api: line.api, locks: line.locks, pause });
    }

    /**
     * Asks for what an earlier try has brought about, so that nothing is sent twice because an answer was lost.
     *
     * @param {string} sha256
     * @returns {Promise<any>} the result; undefined when the service does not know the recording
     */
    async known(sha256) {
        const { accepted, conversationId } = this.#entry.kept;
        if (!accepted && !this.#tried && conversationId === undefined) {
            return undefined;
        }
        try {
            return await this.#followed(sha256);
        } catch (failure) {
            if (failure instanceof Problem && (failure.status === 404 || failure.status === 405)) {
                await this.#entry.note({ accepted: false });
                return undefined;
            }
            throw failure;
        }
    }

    /**
     * @param {Blob} blob
     * @param {string} sha256 of the blob
     * @returns {Promise<any>} the result
     */
    async send(blob, sha256) {
        const response = await this.#line.turns.take(this.#signal, () => this.#upload(blob));
        const answer = await response.json().catch(() => {
            throw Problem.unreachable();
        });
        this.#check(answer, sha256);
        if (response.status !== 202) {
            return answer;
        }
        // Before anything more is shown: whoever sees that it was received and reloads the page does not send it again.
        await this.#entry.note({ accepted: true });
        return this.#followed(sha256, answer);
    }

    /** The service has lost it: it is not asked for any more, but sent. */
    async forget() {
        await this.#entry.note({ accepted: false });
        this.#tried = false;
    }

    /** @param {Blob} blob */
    async #upload(blob) {
        const { identity } = this.#line;
        const entry = this.#entry;
        this.#tried = true;
        entry.show({ state: 'uploading', share: 0 });
        const form = new FormData();
        form.set('session_id', entry.kept.sessionId);
        form.set('audio_file', blob, `recording${suffix(blob.type)}`);
        const mine = identity.headers();
        try {
            return await upload('/api/upload-audio', form, {
                headers: { ...mine, Prefer: 'respond-async' },
                signal: this.#signal,
                progress: share => entry.show(share < 1 ? { state: 'uploading', share } : { state: 'received' }),
                sent: () => entry.note({ accepted: true }),
            });
        } catch (failure) {
            if (failure instanceof Problem && failure.status === 401) {
                identity.expire(mine);
            }
            throw failure;
        }
    }

    /**
     * @param {string} sha256
     * @param {import('./follow.js').Status} [first] what is known already
     * @returns {Promise<any>} the result
     */
    async #followed(sha256, first) {
        const path = `/api/user/recordings/${sha256}?session_id=${encodeURIComponent(this.#entry.kept.sessionId)}`;
        const heard = this.#hear.bind(this);
        const { stage, result, problem } = await this.#follow.toTheEnd(path, { signal: this.#signal, heard, first });
        if (stage === 'failed') {
            throw new Refused(problem?.detail ?? problem?.title ?? 'The service could not work on this recording.');
        }
        if (stage === 'abandoned') {
            // As if it had never been sent: the service has lost the sound, and gets it again.
            throw new Problem(404, 'The service has lost the sound of this recording.');
        }
        this.#check(result, sha256);
        return result;
    }

    /** @param {import('./follow.js').Status} status */
    #hear({ stage, progress, retry_after: seconds, problem }) {
        this.#told();
        if (stage === 'waiting') {
            const detail = problem?.detail ? ` (${problem.detail.replace(/\.$/, '')})` : '';
            this.#entry.show({
                state: 'waiting',
                message: `The service had a failure and goes on by itself${detail}`,
                retryAt: seconds === undefined ? undefined : Date.now() + seconds * 1000,
            });
        } else {
            this.#entry.show({ state: stage, share: progress });
        }
    }

    /**
     * @param {{audio_sha256?: string}} answer
     * @param {string} sha256
     */
    #check({ audio_sha256: theirs }, sha256) {
        if (theirs !== undefined && theirs !== sha256) {
            this.#mismatches++;
            throw this.#mismatches < MOST_MISMATCHES
                ? new Problem(500, 'The recording was damaged on its way.')
                : new Refused('The recording is damaged on its way, again and again. It is kept here.');
        }
    }
}
