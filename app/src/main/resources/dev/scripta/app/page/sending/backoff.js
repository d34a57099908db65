// @ts-check

/** Longer and longer pauses between tries, each with some chance in it so that not all clients come back at once. */
export class Backoff {
    #tries = 0;
    #first;
    #longest;
    #random;

    /**
     * @param {object} [options]
     * @param {number} [options.first] milliseconds
     * @param {number} [options.longest] milliseconds
     * @param {() => number} [options.random]
     */
    constructor({ first = 1000, longest = 60_000, random = Math.random } = {}) {
        this.#first = first;
        this.#longest = longest;
        this.#random = random;
    }

    /**
     * @param {number} atLeast milliseconds the service asked for; never less
     * @returns {number} milliseconds
     */
    next(atLeast = 0) {
        const full = Math.min(this.#longest, this.#first * 2 ** this.#tries++);
        const drawn = full * (0.5 + this.#random() / 2);
        return Math.max(drawn, atLeast + Math.min(1000, atLeast / 5) * this.#random());
    }

    reset() {
        this.#tries = 0;
    }
}

/** A pause that can be cut short. */
export class Pause {
    #wake = () => {};

    /**
     * @param {number} milliseconds
     * @param {AbortSignal} signal ends the pause, too
     * @returns {Promise<void>}
     */
    wait(milliseconds, signal) {
        return new Promise(resolve => {
            const timer = setTimeout(() => this.#wake(), milliseconds);
            const abort = () => this.#wake();
            signal.addEventListener('abort', abort);
            this.#wake = () => {
                clearTimeout(timer);
                signal.removeEventListener('abort', abort);
                this.#wake = () => {};
                resolve();
            };
            if (signal.aborted) {
                this.#wake();
            }
        });
    }

    end() {
        this.#wake();
    }
}
