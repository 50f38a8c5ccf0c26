// Looks at the page for the tests inside VS Code, which cannot see it: a test prints what it wants to see, and finds a file when it was seen.
import fs from 'node:fs';
import path from 'node:path';

/** Milliseconds after which something that must be seen is given up: before the test that waits for it gives up (test/vscode/in-editor.cts). */
const LONGEST = 25_000;

export class Onlooker {
    #page;
    #folder;
    #asked = [];

    /** @param folder is served to the tests, who find a file `seen-NUMBER.json` in it. */
    constructor(page, folder) {
        this.#page = page;
        this.#folder = folder;
        page.on('response', (response) => this.#asked.push(new URL(response.url()).pathname));
    }

    /** Takes a line that a test printed; gives whether it was for the onlooker. */
    hears(line) {
        const [, message] = /^CRIT-LOOK (.*)$/s.exec(line) ?? [];
        if (message === undefined) return false;
        const { id, wanted } = JSON.parse(message);
        void this.#look(wanted).then((seen) => this.#tell(id, seen));
        return true;
    }

    #tell(id, seen) {
        const file = path.join(this.#folder, `seen-${id}.json`);
        fs.writeFileSync(`${file}.part`, JSON.stringify(seen));
        fs.renameSync(`${file}.part`, file);
    }

    /**
     * @param wanted an element with a text, of the page or of the webview on it; or with `loaded` the end of an address, for how often it was loaded.
     * @returns what was seen, or why it was not.
     */
    async #look({ selector, text, inWebview = false, loaded }) {
        if (loaded !== undefined) return { seen: this.#asked.filter((asked) => asked.endsWith(loaded)).length };
        const within = inWebview ? this.#page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame') : this.#page;
        const element = within.locator(selector, { hasText: text }).first();
        return element.waitFor({ timeout: LONGEST }).then(
            async () => ({ seen: await element.textContent() }),
            (error) => ({ missing: String(error) }),
        );
    }
}
