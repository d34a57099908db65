// @ts-check

const OPUS = ['audio/webm;codecs=opus', 'audio/webm', 'audio/ogg;codecs=opus', 'audio/ogg'];
const MP4 = ['audio/mp4;codecs=mp4a.40.2', 'audio/mp4'];

/**
 * The format to record in. No format is mandatory for browsers, so they are asked. Safari claims WebM since 18.4, yet
 * some programs cannot read what it writes; its MP4 is sound. Elsewhere Opus is the better choice for speech.
 *
 * @returns {string} a media type, or '' to leave the choice to the browser
 */
export function preferredFormat() {
    const order = navigator.vendor.startsWith('Apple') ? [...MP4, ...OPUS] : [...OPUS, ...MP4];
    return order.find(type => MediaRecorder.isTypeSupported(type)) ?? '';
}

/**
 * @param {string} type a media type
 * @returns {string} the usual ending of such a file, with its period
 */
export function suffix(type) {
    const [, subtype] = /^(?:audio|video)\/(?:x-)?([a-z0-9]+)/i.exec(type) ?? ['', ''];
    return subtype ? `.${subtype === 'mpeg' ? 'mp3' : subtype}` : '';
}
