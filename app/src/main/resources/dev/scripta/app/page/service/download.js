// @ts-check

/**
 * Fetches a file as the one who is signed in, which a plain link could not, and hands it to the browser to keep.
 * @param {import('./api.js').Api} api
 * @param {string} path
 */
export async function download(api, path) {
    const response = await api.send('GET', path);
    save(await response.blob(), fileName(response.headers.get('Content-Disposition') ?? ''));
}

/**
 * Hands a file to the browser to keep.
 * @param {Blob} blob
 * @param {string} name for the file
 */
export function save(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    // Browsers begin the download a moment after the click.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * The service's name for it (RFC 6266).
 * @param {string} disposition
 */
function fileName(disposition) {
    const encoded = /filename\*=utf-8''([^;]+)/i.exec(disposition)?.[1];
    return encoded ? decodeURIComponent(encoded) : /filename="([^"]*)"/i.exec(disposition)?.[1] ?? 'conversation';
}
