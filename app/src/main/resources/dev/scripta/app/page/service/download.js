// @ts-check

/**
 * Fetches a file as the one who is signed in, which a plain link could not, and hands it to the browser to keep.
 * @param {import('./api.js').Api} api
 * @param {string} path
 */
export async function download(api, path) {
    const response = await api.send('GET', path);
    const url = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName(response.headers.get('Content-Disposition') ?? '');
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/**
 * The service's name for it (RFC 6266).
 * @param {string} disposition
 */
function fileName(disposition) {
    const encoded = /filename\*=utf-8''([^;]+)/i.exec(disposition)?.[1];
    return encoded ? decodeURIComponent(encoded) : /filename="([^"]*)"/i.exec(disposition)?.[1] ?? 'conversation';
}
