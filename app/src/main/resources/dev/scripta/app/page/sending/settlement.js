// @ts-check
import { Problem } from '../service/problem.js';
import { passes, Refused } from './troubles.js';

/** @typedef {import('../keeping/entry.js').Entry} Entry */

/**
 * @typedef {object} Ends
 * @property {import('../service/api.js').Api} api
 * @property {(entry: Entry, conversationId: number) => void} saved told once, as soon as there is a conversation
 * @property {(entry: Entry) => Promise<void>} remove takes it out of this browser
 */

/** @type {import('../keeping/entry.js').Sight} */
export const WITHOUT_RECEIPT = {
    state: 'saved',
    message: 'Saved. The service gave no receipt for the sound, so it is kept here, too.',
};

/**
 * Lets a recording go, but only when the service has shown by the digest that it has these very bytes and by the
 * conversation's number that their result is saved.
 */
export class Settlement {
    #entry;
    #ends;
    #signal;
    #backedUp = false;
    #announced = false;

    /**
     * @param {Entry} entry
     * @param {Ends} ends
     * @param {AbortSignal} signal
     */
    constructor(entry, ends, signal) {
        this.#entry = entry;
        this.#ends = ends;
        this.#signal = signal;
    }

    /**
     * @param {any} result as the service answered
     * @param {string} sha256 of what was sent
     * @returns {Promise<'settled' | 'deferred' | 'lost'>} deferred while the service has yet to save it; lost when it
     *     could not even keep it until then
     */
    async settle(result, sha256) {
        const entry = this.#entry;
        if (!result.transcript && result.conversation_id === undefined) {
            throw new Refused('No speech was found in this recording, so nothing was saved. The sound is kept here.');
        }
        const receipt = result.audio_sha256 === sha256;
        entry.show({ state: 'saving', result });
        const saved = result.conversation_id ?? undefined;
        this.#announce(saved);
        if (saved !== undefined && receipt) {
            await entry.note({ conversationId: saved });
        }
        const conversationId = saved ?? (await this.#backUp(result)) ?? undefined;
        if (conversationId === undefined) {
            return this.#defer(result);
        }
        this.#announce(conversationId);
        await this.#backUp(result);
        if (receipt) {
            await this.#ends.remove(entry);
        } else {
            await entry.note({ phase: 'saved', conversationId });
            entry.show({ ...WITHOUT_RECEIPT, result });
        }
        return 'settled';
    }

    /**
     * @param {any} result
     * @returns {'deferred' | 'lost'}
     */
    #defer(result) {
        const lost = result.save?.durable === false;
        this.#entry.show({
            state: 'deferred',
            result,
            message: lost
                ? 'The service could not keep the result. The recording is kept here and is sent again'
                : 'The service has the result and saves it when its database is back',
        });
        return lost ? 'lost' : 'deferred';
    }

    /** @param {number | undefined} conversationId */
    #announce(conversationId) {
        if (conversationId !== undefined && !this.#announced) {
            this.#announced = true;
            this.#ends.saved(this.#entry, conversationId);
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
            await this.#ends.api.send('GET', `/api/user/conversations/${conversationId}`, { signal: this.#signal });
        }
        const form = new FormData();
        form.set('session_id', sessionId);
        form.set('transcript', transcript);
        form.set('analysis', JSON.stringify(analysis));
        try {
            const { conversation_id: id } = await this.#ends.api.json('POST', '/api/save-analysis', {
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
}
