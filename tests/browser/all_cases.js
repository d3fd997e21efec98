// Every case of this folder in one process and one Chromium, so that they are counted together.
'use strict';
const fs = require('node:fs');

for (const file of fs.readdirSync(__dirname).sort())
  if (file.endsWith('_test.js')) require('./' + file);
