// @ts-check
import { Delivery } from './delivery.js';
import { WITHOUT_RECEIPT } from './settlement.js';

/** @typedef {import('../keeping/entry.js').Entry} Entry */

/** The deliveries of this tab that are under way, one for each recording at most. */
export class Deliveries {
    #means;
    /** @type {Map<string, Delivery>} by the recording's id */
    #running = new Map();

    /** @param {import('./delivery.js').Means} means */
    constructor(means) {
        this.#means = means;
        addEventListener('online', () => this.#running.forEach(delivery => delivery.hurry()));
    }

    /**
     * Goes on with a recording where it was left: sends it, or shows what people have to decide.
     *
     * @param {Entry} entry that this tab has from now on
     */
    resume(entry) {
        const { phase, failure } = entry.kept;
        if (failure) {
            entry.show({ state: 'failed', message: failure });
        } else if (phase === 'recording') {
            entry.show({ state: 'interrupted', message: 'What was recorded until then is kept.' });
        } else if (phase === 'saved') {
            entry.show(WITHOUT_RECEIPT);
        } else {
            this.start(entry);
        }
    }

    /**
     * @param {Entry} entry
     * @returns {Promise<void>} once there is nothing more to do without being asked
     */
    async start(entry) {
        if (entry.signal.aborted) {
            return;
        }
        entry.show({ state: 'waiting' });
        const delivery = new Delivery(entry, this.#means);
        this.#running.set(entry.id, delivery);
        await delivery.run();
        if (this.#running.get(entry.id) === delivery) {
            this.#running.delete(entry.id);
        }
    }

    /** @param {string} id of the recording whose next try comes at once */
    hurry(id) {
        this.#running.get(id)?.hurry();
    }

    /** @param {string} id of the recording that is sent no more */
    stop(id) {
        this.#running.get(id)?.stop();
    }
}
