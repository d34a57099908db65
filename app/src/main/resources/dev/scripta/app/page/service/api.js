// @ts-check
import { ask, json } from './ask.js';
import { Problem } from './problem.js';

/**
 * @typedef {object} Request
 * @property {Record<string, string>} [headers]
 * @property {BodyInit} [body]
 * @property {AbortSignal} [signal]
 * @property {boolean} [keepalive] lets the request outlive the page
 */

/** The service's routes, asked as the one who is signed in. */
export class Api {
    #identity;

    /** @param {import('./identity.js').Identity} identity */
    constructor(identity) {
        this.#identity = identity;
    }

    /**
     * @param {string} method
     * @param {string} path
     * @param {Request} request
     * @returns {Promise<Response>} ok; everything else is thrown as a Problem
     */
    async send(method, path, { headers = {}, ...rest } = {}) {
        const mine = this.#identity.headers();
        try {
            return await ask(path, { method, headers: { ...headers, ...mine }, ...rest });
        } catch (failure) {
            if (failure instanceof Problem && failure.status === 401) {
                this.#identity.expire(mine);
            }
            throw failure;
        }
    }

    /**
     * @param {string} method
     * @param {string} path
     * @param {Request} request
     * @returns {Promise<any>}
     */
    async json(method, path, request = {}) {
        return json(await this.send(method, path, request));
    }
}
