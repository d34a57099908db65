// @ts-check
import { Problem } from '../service/problem.js';

/**
 * The data of server-sent events, read from the body of a fetch: EventSource cannot send a token.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @param {() => number} patience milliseconds without a byte after which the connection counts as dead; services send
 *     comments to show life
 * @returns {AsyncGenerator<string, void, void>} ends with the stream
 * @throws {Problem} when the connection is cut
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* events(body, patience) {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    try {
        for (;;) {
            const { done, value } = await read(reader, patience());
            if (done) {
                return;
            }
            text = (text + decoder.decode(value, { stream: true })).replaceAll('\r\n', '\n');
            const blocks = text.split('\n\n');
            text = blocks.pop() ?? '';
            yield* blocks.map(data).filter(found => found !== '');
        }
    } finally {
        reader.cancel().catch(() => {});
    }
}

/**
 * @param {string} block the lines of an event
 * @returns {string}
 */
function data(block) {
    return block
        .split('\n')
        .filter(line => line.startsWith('data:'))
        .map(line => line.slice(5).replace(/^ /, ''))
        .join('\n');
}

/**
 * @param {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} reader
 * @param {number} patience
 */
async function read(reader, patience) {
    let timer;
    const dead = new Promise((_, reject) => {
        timer = setTimeout(() => reject(Problem.unreachable()), patience);
    });
    try {
        return /** @type {ReadableStreamReadResult<Uint8Array<ArrayBuffer>>} */ (
            await Promise.race([reader.read(), dead])
        );
    } catch {
        throw Problem.unreachable();
    } finally {
        clearTimeout(timer);
    }
}
