// @ts-check

/**
 * What the tabs of one browser tell each other about what one person has. No words leave a tab: only what kind of news
 * it is and numbers. Event 'news', its detail the kind and the id, for whoever is signed in here.
 */
export class News extends EventTarget {
    #channel;
    #identity;

    /**
     * @param {import('./identity.js').Identity} identity
     * @param {string} name of the channel
     */
    constructor(identity, name) {
        super();
        this.#identity = identity;
        this.#channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
        this.#channel?.addEventListener('message', ({ data }) => {
            if (data?.owner && data.owner === identity.owner) {
                this.dispatchEvent(new CustomEvent('news', { detail: { kind: data.kind, id: data.id } }));
            }
        });
    }

    /**
     * @param {string} kind
     * @param {number} [id]
     * @param {string} [owner] whose news it is, where that is not whoever is signed in
     */
    tell(kind, id, owner = this.#identity.owner) {
        this.#channel?.postMessage({ owner, kind, id });
    }
}
