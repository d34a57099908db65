// @ts-check

/**
 * Tells the other tabs of this browser that the kept recordings of a person have changed. Event: `news`, with what was
 * told.
 */
export class Tabs extends EventTarget {
    #channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('scripta') : undefined;

    constructor() {
        super();
        this.#channel?.addEventListener('message', message =>
            this.dispatchEvent(new CustomEvent('news', { detail: message.data })),
        );
    }

    /** @param {{owner: string}} news */
    tell(news) {
        this.#channel?.postMessage(news);
    }
}
