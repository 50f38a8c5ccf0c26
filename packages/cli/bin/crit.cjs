#!/usr/bin/env node
// Starts the bundled command line, from the start-up snapshot that the build leaves beside it where that fits this Node; or says how to build it.
'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { snapshotFor } = require('./snapshot-name.cjs');

// How Node ends when a snapshot does not fit (14) or is damaged (the rest); crit itself never ends so.
const SNAPSHOT_REFUSED = [14, 134, 'SIGABRT', 'SIGSEGV'];

const bundle = path.join(__dirname, '../dist/crit.cjs');
if (!fs.existsSync(bundle)) {
    process.stderr.write('crit is not built yet: run npm start first.\n');
    process.exitCode = 2;
} else if (!startFromSnapshot()) {
    require(bundle);
}

/** Whether crit was run from a snapshot. Flags given to Node are meant for the process that does the work, so with any there is no second one. */
function startFromSnapshot() {
    const snapshot = snapshotFor(bundle);
    if (process.execArgv.length > 0 || process.env.NODE_OPTIONS || !fs.existsSync(snapshot)) return false;
    const args = ['--snapshot-blob', snapshot, bundle, ...process.argv.slice(2)];
    // Node reads these certificates at each start, which takes longer than its start; crit opens no connection.
    const { NODE_EXTRA_CA_CERTS: _unread, ...env } = process.env;
    const { status, signal, error } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
    if (error !== undefined || SNAPSHOT_REFUSED.includes(signal ?? status)) return false;
    if (signal !== null) process.kill(process.pid, signal);
    process.exitCode = status ?? 3;
    return true;
}
