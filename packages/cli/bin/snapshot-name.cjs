// Names the start-up snapshot of a bundle: a snapshot fits one build of Node on one kind of processor.
'use strict';
const v8 = require('node:v8');

/** The file that holds the snapshot of this bundle for this Node. */
const snapshotFor = (bundle) => `${bundle}.${process.version}-${process.platform}-${process.arch}-${v8.cachedDataVersionTag()}.snapshot`;

module.exports = { snapshotFor };
