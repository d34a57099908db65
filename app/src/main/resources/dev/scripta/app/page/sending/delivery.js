// @ts-check
import { Problem } from '../service/problem.js';
import { Backoff, Pause } from './backoff.js';
import { Settlement } from './settlement.js';
import { content } from './sound.js';
import { Submission } from './submission.js';
import { passes, words } from './troubles.js';

/** @typedef {import('../keeping/entry.js').Entry} Entry */

/**
 * What deliveries share.
 *
 * @typedef {import('./submission.js').Line & import('./settlement.js').Ends} Means
 */

/** So often a fault of this page is got over by itself, if at all. */
const MOST_FAULTS = 5;

/** Brings one recording to the service, whatever happens on the way: it tries until nothing is left to be done. */
export class Delivery {
    #entry;
    #means;
    #stopped = new AbortController();
    #pause = new Pause();
    #backoff = new Backoff();
    #submission;
    #settlement;
    #faults = 0;

    /**
     * @param {Entry} entry
     * @param {Means} means
     */
    constructor(entry, means) {
        this.#entry = entry;
        this.#means = means;
        const { signal } = this.#stopped;
        this.#submission = new Submission(entry, means, {
            signal,
            pause: this.#pause,
            told: () => this.#backoff.reset(),
        });
        this.#settlement = new Settlement(entry, means, signal);
        entry.signal.addEventListener('abort', () => this.stop(), { signal });
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
        const { signal } = this.#stopped;
        while (!signal.aborted) {
            try {
                await this.#deliver(signal);
                return;
            } catch (failure) {
                if (signal.aborted) {
                    return;
                }
                const problem = Problem.from(failure);
                if (!(await this.#goesOn(problem, signal))) {
                    return;
                }
            }
        }
    }

    /** @param {AbortSignal} signal */
    async #deliver(signal) {
        const entry = this.#entry;
        const { blob, sha256 } = await this.#means.turns.take(signal, () => content(entry, signal));
        for (;;) {
            const known = await this.#submission.known(sha256);
            if (!known && entry.kept.conversationId !== undefined) {
                // It was saved, and somebody has deleted it since: it does not come back by itself.
                return this.#means.remove(entry);
            }
            const result = known ?? (await this.#submission.send(blob, sha256));
            const outcome = await this.#settlement.settle(result, sha256);
            if (outcome === 'settled') {
                return;
            }
            if (outcome === 'lost') {
                await this.#submission.forget();
            }
            await this.#pause.wait(this.#backoff.next(), signal);
            signal.throwIfAborted();
        }
    }

    /**
     * @param {Problem} problem
     * @param {AbortSignal} signal
     * @returns {Promise<boolean>} after a pause: try again
     */
    async #goesOn(problem, signal) {
        const entry = this.#entry;
        // A fault of this page, such as a read that storage refused, is no word of the service: it is not kept.
        const fault = problem.status < 0;
        if (fault ? ++this.#faults > MOST_FAULTS : !passes(problem)) {
            if (!fault) {
                await entry.note({ failure: problem.detail, accepted: false });
            }
            entry.show({ state: 'failed', message: problem.detail });
            return false;
        }
        const pause = this.#backoff.next(problem.retryAfter);
        entry.show({ state: 'retrying', message: words(problem), retryAt: Date.now() + pause });
        await this.#pause.wait(pause, signal);
        return true;
    }
}
