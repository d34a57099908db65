// @ts-check

/** Lets only so many pieces of work run at once; the others wait in line. */
export class Turns {
    #free;
    /** @type {(() => void)[]} */
    #line = [];

    /** @param {number} atOnce */
    constructor(atOnce) {
        this.#free = atOnce;
    }

    /**
     * @template T
     * @param {AbortSignal} signal
     * @param {() => Promise<T>} work
     * @returns {Promise<T>}
     */
    async take(signal, work) {
        if (this.#free > 0) {
            this.#free--;
        } else {
            await new Promise(go => this.#line.push(() => go(undefined)));
        }
        try {
            signal.throwIfAborted();
            return await work();
        } finally {
            const next = this.#line.shift();
            if (next) {
                next();
            } else {
                this.#free++;
            }
        }
    }
}
