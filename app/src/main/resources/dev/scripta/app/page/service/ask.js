// @ts-check
import { Problem } from './problem.js';

/**
 * One request to the service, with every failure as a Problem. Who asks is told by the headers alone: no cookies.
 * @param {string} path
 * @param {RequestInit} options
 * @returns {Promise<Response>} an answer of 200 to 299
 */
export async function ask(path, options = {}) {
    let response;
    try {
        response = await fetch(path, { credentials: 'omit', cache: 'no-store', ...options });
    } catch (failure) {
        if (options.signal?.aborted) {
            throw failure;
        }
        throw Problem.unreachable();
    }
    if (!response.ok) {
        throw await Problem.of(response);
    }
    return response;
}

/**
 * The JSON of an answer. A connection that breaks within it is one that failed.
 * @param {Response} response
 * @returns {Promise<any>}
 */
export async function json(response) {
    try {
        return await response.json();
    } catch {
        throw Problem.unreachable();
    }
}
