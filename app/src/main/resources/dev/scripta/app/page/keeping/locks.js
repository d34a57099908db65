// @ts-check

/**
 * Locks that hold across the tabs of a browser and are freed when their tab closes or dies. Pages that are not opened
 * over https or from the same computer have none: there every tab goes on as if it were alone, which the service's
 * idempotency makes safe.
 */
export class Locks {
    #manager = /** @type {LockManager | undefined} */ (navigator.locks);

    /**
     * @param {string} name
     * @param {{signal?: AbortSignal, busy?: () => void}} options `busy` is called when another tab has the lock, before
     *     waiting for it
     * @returns {Promise<() => void>} frees the lock
     * @throws {DOMException} AbortError by the signal
     */
    async take(name, { signal, busy = () => {} } = {}) {
        const free = await this.tryToTake(name);
        if (free) {
            return free;
        }
        busy();
        return (await this.#request(name, { signal })) ?? (() => {});
    }

    /**
     * @param {string} name
     * @returns {Promise<(() => void) | undefined>} frees the lock; undefined when another tab has it
     */
    tryToTake(name) {
        return this.#request(name, { ifAvailable: true });
    }

    /**
     * @param {string} name
     * @param {LockOptions} options
     * @returns {Promise<(() => void) | undefined>}
     */
    #request(name, options) {
        const manager = this.#manager;
        if (!manager) {
            return Promise.resolve(() => {});
        }
        return new Promise((resolve, reject) => {
            manager
                .request(`scripta/${name}`, options, lock => {
                    if (!lock) {
                        resolve(undefined);
                        return undefined;
                    }
                    return new Promise(free => resolve(() => free(undefined)));
                })
                .catch(reject);
        });
    }
}
