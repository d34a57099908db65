// @ts-check

/** Milliseconds. */
const FIRST = 1000;
const LONGEST = 60_000;

/** Longer and longer pauses between tries, each with some chance in it so that not all clients come back at once. */
export class Backoff {
    #tries = 0;

    /**
     * @param {number} atLeast milliseconds the service asked for; never less
     * @returns {number} milliseconds
     */
    next(atLeast = 0) {
        const full = Math.min(LONGEST, FIRST * 2 ** this.#tries++);
        const drawn = full * (0.5 + Math.random() / 2);
        return Math.max(drawn, atLeast + Math.min(1000, atLeast / 5) * Math.random());
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
