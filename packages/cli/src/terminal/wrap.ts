// Breaks text into lines of a given width, between words.

/** Lines of at most `width` characters, each but the first after `indent`; a longer word has a line of its own. `used` characters are taken on the first line. */
export function wrap(text: string, width: number, indent: string, used = 0): string[] {
    const lines: string[] = [];
    let line = '';
    let room = Math.max(20, width - used);
    for (const word of text.split(' ').filter((part) => part !== '')) {
        if (line !== '' && line.length + 1 + word.length > room) {
            lines.push(line);
            line = '';
            room = Math.max(20, width - indent.length);
        }
        line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
    return lines.map((each, index) => (index === 0 ? each : indent + each));
}
