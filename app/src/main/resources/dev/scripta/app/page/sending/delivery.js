// @ts-check
import { Problem } from '../service/problem.js';
import { join } from '../recording/joining.js';
import { suffix } from '../recording/formats.js';
import { Backoff, Pause } from './backoff.js';
import { digest } from './digest.js';
import { Follow } from './follow.js';
import { passes, words } from './troubles.js';
import { upload } from './upload.js';

/** @typedef {import('../keeping/entry.js').Entry} Entry */

/**
 * What deliveries share.
 *
 * @typedef {object} Means
 * @property {import('../service/api.js').Api} api
 * @property {import('../service/identity.js').Identity} identity
 * @property {import('../keeping/locks.js').Locks} locks
 * @property {import('./turns.js').Turns} turns
 * @property {() => number} random
 * @property {(entry: Entry, conversationId: number) => void} saved
 * @property {(entry: Entry) => Promise<void>} remove
 */

/** More answers about other bytes than ours than this, and something is wrong that sending again does not cure. */
const MOST_MISMATCHES = 3;
/** So often a fault of this page is got over by itself, if at all. */
const MOST_FAULTS = 5;
const JOINING = 'Joining the parts of this recording did not come to an end. Save them to files, or try again.';

/**
 * Brings one recording to the service, whatever happens on the way, and lets it go only when the service has shown by
 * the digest that it has these very bytes and by the conversation's number that their result is saved.
 */
export class Delivery {
    #entry;
    #means;
    #stopped = new AbortController();
    #signal = this.#stopped.signal;
    #pause = new Pause();
    #backoff;
    #follow;
    #tried = false;
    #backedUp = false;
    #announced = false;
    #mismatches = 0;
    #faults = 0;

    /**
     * @param {Entry} entry
     * @param {Means} means
     */
    constructor(entry, means) {
        this.#entry = entry;
        this.#means = means;
        this.#backoff = new Backoff({ random: means.random });
        entry.signal.addEventListener('abort', () => this.stop(), { signal: this.#signal });
        this.#follow = new Follow({ api: means.api, locks: means.locks, pause: this.#pause });
    }

    /** Ends the present pause. */
    hurry() {
        this.#pause.end();
    }

    stop() {
        this.#stopped.abort();
    }

    /** Returns when there is nothing more to do without being asked. */
    async run() {
        const signal = this.#signal;
        while (!signal.aborted) {
            try {
                await this.#deliver();
                return;
            } catch (failure) {
                if (signal.aborted) {
                    return;
                }
                const problem = Problem.from(failure);
                if (!(await this.#goesOn(problem))) {
                    return;
                }
            }
        }
    }

    async #deliver() {
        const { blob, sha256 } = await this.#means.turns.take(this.#signal, () => this.#content());
        for (;;) {
            const known = await this.#known(sha256);
            if (!known && this.#entry.kept.conversationId !== undefined) {
                // It was saved, and somebody has deleted it since: it does not come back by itself.
                return this.#means.remove(this.#entry);
            }
            const result = known ?? (await this.#sent(blob, sha256));
            if (await this.#settled(result, sha256)) {
                return;
            }
            await this.#pause.wait(this.#backoff.next(), this.#signal);
            this.#signal.throwIfAborted();
        }
    }

    /** @returns {Promise<{blob: Blob, sha256: string}>} what is to be sent */
    async #content() {
        const entry = this.#entry;
        entry.show({ state: 'checking' });
        let blob = await entry.file();
        if (!blob) {
            const parts = await entry.parts();
            if (parts.length === 0) {
                throw new Problem(400, 'Nothing was recorded.');
            }
            [blob] = parts;
            if (parts.length > 1) {
                // Should the tab die of it, the next visit offers copies instead of dying, too.
                await entry.note({ failure: JOINING });
                blob = await join(parts, entry.kept.seconds);
                entry.kept.failure = '';
                await entry.keepFile(blob);
            }
        }
        const known = entry.kept.digest;
        const sha256 =
            known ||
            (await digest(blob, { signal: this.#signal, progress: share => entry.show({ state: 'checking', share }) }));
        if (!known) {
            await entry.note({ digest: sha256 });
        }
        return { blob, sha256 };
    }

    /**
     * Asks for what an earlier try has brought about, so that nothing is sent twice because an answer was lost.
     *
     * @param {string} sha256
     * @returns {Promise<any>} the result; undefined when the service does not know the recording
     */
    async #known(sha256) {
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
     * @param {string} sha256
     * @returns {Promise<any>} the result
     */
    async #sent(blob, sha256) {
        const response = await this.#means.turns.take(this.#signal, () => this.#upload(blob));
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

    /** @param {Blob} blob */
    async #upload(blob) {
        const { identity } = this.#means;
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
        this.#backoff.reset();
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

    /**
     * @param {any} result
     * @param {string} sha256
     * @returns {Promise<boolean>} false while the service has yet to save it
     */
    async #settled(result, sha256) {
        const entry = this.#entry;
        if (!result.transcript && result.conversation_id === undefined) {
            throw new Refused('No speech was found in this recording, so nothing was saved. The sound is kept here.');
        }
        entry.show({ state: 'saving', result });
        const saved = result.conversation_id ?? undefined;
        this.#announce(saved);
        if (saved !== undefined && result.audio_sha256 === sha256) {
            await entry.note({ conversationId: saved });
        }
        const conversationId = saved ?? (await this.#backUp(result)) ?? undefined;
        if (conversationId === undefined) {
            entry.show({
                state: 'deferred',
                result,
                message:
                    result.save?.durable === false
                        ? 'The service could not keep the result. The recording is kept here and is sent again'
                        : 'The service has the result and saves it when its database is back',
            });
            if (result.save?.durable === false) {
                await entry.note({ accepted: false });
                this.#tried = false;
            }
            return false;
        }
        this.#announce(conversationId);
        await this.#backUp(result);
        if (result.audio_sha256 === sha256) {
            await this.#means.remove(entry);
        } else {
            await entry.note({ phase: 'saved', conversationId });
            entry.show({
                state: 'saved',
                result,
                message: 'Saved. The service gave no receipt for the sound, so it is kept here, too.',
            });
        }
        return true;
    }

    /** @param {number | undefined} conversationId */
    #announce(conversationId) {
        if (conversationId !== undefined && !this.#announced) {
            this.#announced = true;
            this.#means.saved(this.#entry, conversationId);
        }
    }

    /**
     * Saves once more what the service has saved, for the case that it could not.
     *
     * @param {any} result
     * @returns {Promise<number | null | undefined>} the conversation, as far as there is one
     */
    async #backUp({ transcript, analysis }) {
        const { sessionId, conversationId } = this.#entry.kept;
        if (this.#backedUp) {
            return undefined;
        }
        if (conversationId !== undefined) {
            // One that is deleted by now is not found here, rather than made again.
            await this.#means.api.send('GET', `/api/user/conversations/${conversationId}`, { signal: this.#signal });
        }
        const form = new FormData();
        form.set('session_id', sessionId);
        form.set('transcript', transcript);
        form.set('analysis', JSON.stringify(analysis));
        try {
            const { conversation_id: id } = await this.#means.api.json('POST', '/api/save-analysis', {
                body: form,
                signal: this.#signal,
            });
            this.#backedUp = true;
            return id;
        } catch (failure) {
            if (failure instanceof Problem && !passes(failure)) {
                this.#backedUp = true;
                return undefined;
            }
            throw failure;
        }
    }

    /**
     * @param {Problem} problem
     * @returns {Promise<boolean>} after a pause: try again
     */
    async #goesOn(problem) {
        const entry = this.#entry;
        // A fault of this page, such as a read that storage refused, is no word of the service: it is not kept.
        const fault = problem.status < 0;
        if (fault ? ++this.#faults > MOST_FAULTS : problem instanceof Refused || !passes(problem)) {
            if (!fault) {
                await entry.note({ failure: problem.detail, accepted: false });
            }
            entry.show({ state: 'failed', message: problem.detail });
            return false;
        }
        const pause = this.#backoff.next(problem.retryAfter);
        entry.show({ state: 'retrying', message: words(problem), retryAt: Date.now() + pause });
        await this.#pause.wait(pause, this.#signal);
        return true;
    }
}

/** The service has decided; it decides anew only when a person asks for it. */
class Refused extends Problem {
    /** @param {string} detail */
    constructor(detail) {
        super(422, detail);
    }
}
