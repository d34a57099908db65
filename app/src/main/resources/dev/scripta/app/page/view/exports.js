// @ts-check
import { Problem } from '../service/problem.js';
import { trouble } from '../service/words.js';
import { download } from '../service/download.js';

const FORMATS = [
    ['PDF', '.pdf'],
    ['Markdown', '.md'],
    ['Text', '.txt'],
    ['JSON', '.json'],
    ['Subtitles (SRT)', '.srt'],
    ['Subtitles (VTT)', '.vtt'],
];

/**
 * What a conversation can be had as. Subtitles need times.
 * @param {import('../main.js').Page} page
 * @param {{id: number, segments: unknown[]}} conversation
 */
export function exportsOf(page, conversation) {
    return FORMATS.filter(([, suffix]) => conversation.segments.length || !/srt|vtt/.test(suffix))
        .map(([label, suffix]) => ({
            label,
            act: async () => {
                try {
                    await download(page.api, `/api/user/conversations/${conversation.id}${suffix}`);
                } catch (failure) {
                    page.toasts.fail(trouble(Problem.from(failure)));
                }
            },
        }));
}
