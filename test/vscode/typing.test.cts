// Typing in a real VS Code: what closes by itself, what Enter does, what a word is, comments.
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('./in-editor.cjs');

const { behind, closeAll, eventually } = inEditor;

describe('typing in VS Code', function () {
    let editor: vscode.TextEditor;

    before(async function () {
        editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'crit', content: '' }));
    });
    after(closeAll);

    /** Gives the file a text, with the cursor at the mark `|`, or with what stands between two of them selected. */
    async function begin(marked: string): Promise<vscode.TextDocument> {
        const { document } = editor;
        const [before = '', inside = '', after] = marked.split('|');
        const selected = after === undefined ? '' : inside;
        const whole = new vscode.Range(0, 0, document.lineCount, 0);
        assert.ok(await editor.edit((edit) => edit.replace(whole, before + inside + (after ?? ''))));
        editor.selection = new vscode.Selection(document.positionAt(before.length), document.positionAt(before.length + selected.length));
        return document;
    }

    async function typed(marked: string, ...texts: string[]): Promise<string> {
        const document = await begin(marked);
        for (const text of texts) await vscode.commands.executeCommand('type', { text });
        return document.getText();
    }

    const cases: [what: string, marked: string, texts: string[], expected: string][] = [
        ['closes a brace', 'include I-1 |', ['{'], 'include I-1 {}'],
        ['closes a parenthesis', 'high creatinine|', ['('], 'high creatinine()'],
        ['closes a text', 'include I-1 |', ['"'], 'include I-1 ""'],
        ['types over what it closed', 'include I-1 |', ['"', 'A', '"'], 'include I-1 "A"'],
        ['leaves an apostrophe alone', 'has Crohn|', ["'", 's'], "has Crohn's"],
        ['closes a comment', '|', ['/', '*'], '/* */'],
        ['leaves a brace in a text alone', 'wording "|"', ['{'], 'wording "{"'],
        ['puts the lines of a block between its braces', 'include I-1 |', ['{', '\n', 'has SLE'], 'include I-1 {\n  has SLE\n}'],
        ['indents after an open block', 'include I-1 {|', ['\n', 'x'], 'include I-1 {\n  x'],
        ['keeps the indentation in a block', 'include I-1 {\n  has SLE|\n}', ['\n', 'has RA'], 'include I-1 {\n  has SLE\n  has RA\n}'],
        ['takes a closing brace back to its block', 'include I-1 {\n  has SLE\n  |', ['}'], 'include I-1 {\n  has SLE\n}'],
        ['goes on with a comment that is broken in two', '// one |two', ['\n'], '// one \n// two'],
        ['ends a comment at the end of its line', '// one|', ['\n', 'x'], '// one\nx'],
        ['puts quotes around what is selected', 'has |type 1 diabetes|', ["'"], "has 'type 1 diabetes'"],
        ['puts braces around what is selected', 'any of |SLE, RA|', ['{'], 'any of {SLE, RA}'],
    ];
    for (const [what, marked, texts, expected] of cases) {
        it(what, async function () {
            // What the editor does depends on its colouring, which a new text has a moment later.
            await eventually(
                expected,
                () => typed(marked, ...texts),
                (text) => text === expected,
            );
        });
    }

    it('turns lines and pieces into comments', async function () {
        const document = await begin('  has |SLE|\n');
        await vscode.commands.executeCommand('editor.action.blockComment');
        assert.equal(document.getText(), '  has /* SLE */\n');
        await vscode.commands.executeCommand('undo');
        await vscode.commands.executeCommand('editor.action.commentLine');
        assert.equal(document.getText(), '  // has SLE\n');
    });

    it('leads from a brace to its other', async function () {
        await begin('include I-1 |{\n  any of { has SLE, has RA }\n}\n');
        const jump = async (): Promise<number> => {
            await vscode.commands.executeCommand('editor.action.jumpToBracket');
            return editor.selection.active.line;
        };
        await eventually('the other brace', jump, (line) => line === 2);
    });

    it('takes names with hyphens, points and apostrophes for one word', async function () {
        const document = await begin('anti-dsDNA > 1.5 mg/dL, Crohn\'s disease, I-3.2.1, "end."|');
        const word = (piece: string): string => document.getText(document.getWordRangeAtPosition(behind(document, piece)));
        assert.deepEqual(['anti', '1', 'mg', 'Croh', 'dis', 'I-3', '"en'].map(word), ['anti-dsDNA', '1.5', 'mg/dL', "Crohn's", 'disease', 'I-3.2.1', 'end']);
    });
});
