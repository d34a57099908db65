// @ts-check
import { Problem } from '../service/problem.js';

const RATE = 16_000;
const HEADER = 44;

/**
 * One WAV file out of several recordings. Each start of a recorder writes a file with a header of its own, so their
 * bytes cannot be put together; their sound can. 16 kHz, one channel, 16 bits: what speech recognition works on.
 *
 * @param {Blob[]} parts in order
 * @returns {Promise<Blob>}
 * @throws {Problem} when the browser cannot read a part
 */
export async function join(parts) {
    const sounds = [];
    for (const [index, part] of parts.entries()) {
        // One after the other, and kept as a blob: hours of decoded sound need not fit in memory at once.
        sounds.push(new Blob([await samples(part, index + 1)]));
    }
    const bytes = sounds.reduce((sum, sound) => sum + sound.size, 0);
    return new Blob([header(bytes), ...sounds], { type: 'audio/wav' });
}

/**
 * @param {Blob} part
 * @param {number} place from 1
 * @returns {Promise<ArrayBuffer>} little-endian 16-bit samples
 */
async function samples(part, place) {
    let sound;
    try {
        sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await part.arrayBuffer());
    } catch {
        throw new Problem(
            415,
            `This browser cannot read part ${place} of the recording, so the parts cannot be joined. ` +
                'Save them to files; each can then be sent on its own.',
        );
    }
    const channels = Array.from({ length: sound.numberOfChannels }, (_, channel) => sound.getChannelData(channel));
    const view = new DataView(new ArrayBuffer(sound.length * 2));
    for (let at = 0; at < sound.length; at++) {
        const mean = channels.reduce((sum, channel) => sum + channel[at], 0) / channels.length;
        view.setInt16(at * 2, Math.round(Math.max(-1, Math.min(1, mean)) * 32767), true);
    }
    return view.buffer;
}

/**
 * @param {number} bytes of samples
 * @returns {ArrayBuffer} of a RIFF WAVE file with PCM
 */
function header(bytes) {
    const view = new DataView(new ArrayBuffer(HEADER));
    const text = (/** @type {number} */ at, /** @type {string} */ letters) =>
        Array.from(letters).forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
    text(0, 'RIFF');
    view.setUint32(4, HEADER - 8 + bytes, true);
    text(8, 'WAVEfmt ');
    view.setUint32(16, 16, true);
    view.setUint16(20, 1, true);
    view.setUint16(22, 1, true);
    view.setUint32(24, RATE, true);
    view.setUint32(28, RATE * 2, true);
    view.setUint16(32, 2, true);
    view.setUint16(34, 16, true);
    text(36, 'data');
    view.setUint32(40, bytes, true);
    return view.buffer;
}
