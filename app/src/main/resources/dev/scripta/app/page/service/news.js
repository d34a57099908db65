// @ts-check

/**
 * What the tabs of one browser tell each other about one person's conversations. Only numbers: no words leave a tab.
 * Event 'news', its detail the kind ('saved', 'hidden', 'shown', 'deleted') and the id of the conversation.
 */
export class News extends EventTarget {
    #channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('scripta.conversations');
    #identity;

    /** @param {import('./identity.js').Identity} identity */
    constructor(identity) {
        super();
        this.#identity = identity;
        this.#channel?.addEventListener('message', ({ data }) => {
            if (data?.owner && data.owner === identity.owner) {
                this.dispatchEvent(new CustomEvent('news', { detail: { kind: data.kind, id: data.id } }));
            }
        });
    }

    /**
     * @param {string} kind
     * @param {number} [id]
     */
    tell(kind, id) {
        this.#channel?.postMessage({ owner: this.#identity.owner, kind, id });
    }
}
