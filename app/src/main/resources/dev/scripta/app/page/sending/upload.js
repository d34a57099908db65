// @ts-check
import { Problem } from '../service/problem.js';

/** No byte went out for so long: the connection is dead, though nobody said so. */
const STALLED = 45_000;
/** The service says within seconds that it has everything. If it does not, it is asked what it has. */
const ANSWER = 60_000;

/**
 * Posts a form with its progress, which fetch does not tell.
 *
 * @param {string} path
 * @param {FormData} form
 * @param {object} options
 * @param {Record<string, string>} options.headers
 * @param {AbortSignal} options.signal
 * @param {(share: number) => void} options.progress 1 once all of it is sent
 * @param {() => void} options.sent called once all of it is sent, before anything is answered
 * @returns {Promise<Response>} one of success
 * @throws {Problem}
 */
export async function upload(path, form, options) {
    const response = await post(path, form, options);
    if (!response.ok) {
        throw await Problem.of(response);
    }
    return response;
}

/**
 * @param {string} path
 * @param {FormData} form
 * @param {{headers: Record<string, string>, signal: AbortSignal, progress: (share: number) => void,
 *     sent: () => void}} options
 * @returns {Promise<Response>}
 */
function post(path, form, { headers, signal, progress, sent }) {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        const abort = () => request.abort();
        const fail = () => reject(Problem.unreachable());
        let patience = setTimeout(abort, STALLED);
        const wait = (/** @type {number} */ milliseconds) => {
            clearTimeout(patience);
            patience = setTimeout(abort, milliseconds);
        };
        request.upload.onprogress = event => {
            wait(STALLED);
            progress(event.lengthComputable ? event.loaded / event.total : 0);
        };
        request.upload.onload = () => {
            wait(ANSWER);
            progress(1);
            sent();
        };
        request.onload = () => resolve(answer(request));
        request.onerror = fail;
        request.onabort = fail;
        request.onloadend = () => {
            clearTimeout(patience);
            signal.removeEventListener('abort', abort);
        };
        request.open('POST', path);
        Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
        signal.addEventListener('abort', abort);
        request.send(form);
    });
}

/**
 * @param {XMLHttpRequest} request
 * @returns {Response}
 */
function answer(request) {
    const lines = request
        .getAllResponseHeaders()
        .trim()
        .split(/\r?\n/)
        .filter(line => line.includes(':'));
    const headers = lines.map(
        line =>
            /** @type {[string, string]} */ ([
                line.slice(0, line.indexOf(':')),
                line.slice(line.indexOf(':') + 1).trim(),
            ]),
    );
    return new Response(request.status === 204 ? null : request.responseText, { status: request.status, headers });
}
