// Others in a worker of their own: one library, one file at a time. Each is asked for the least that
// a user could do with it, in the fastest way that its manual names; what it makes is kept until it
// is counted, as a page would keep it.
"use strict";

const library = self.name;
const LIBRARIES = {
  sheetjs: "npm/xlsx/dist/xlsx.full.min.js",
  exceljs: "npm/exceljs/dist/exceljs.min.js",
  papaparse: "npm/papaparse/papaparse.min.js",
  "papaparse typed": "npm/papaparse/papaparse.min.js",
  calamine: "witness/witness.js",
  inflate: "witness/witness.js",
};

const WORK = {
  sheetjs: (bytes) => {
    const book = XLSX.read(bytes, { dense: true });
    return book.Sheets[book.SheetNames[0]]["!data"]?.length ?? book.Sheets[book.SheetNames[0]].length;
  },
  exceljs: async (bytes) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes);
    return book.worksheets[0].rowCount;
  },
  papaparse: (bytes) => Papa.parse(new TextDecoder().decode(bytes)).data.length,
  "papaparse typed": (bytes) =>
    Papa.parse(new TextDecoder().decode(bytes), { dynamicTyping: true }).data.length,
  calamine: (bytes) => wasm_bindgen.cells_of_calamine(bytes),
  inflate: (bytes) => wasm_bindgen.inflate(bytes),
};

self.onmessage = async (event) => {
  const { base, module, buffer } = event.data;
  try {
    if (base) {
      importScripts(new URL(LIBRARIES[library], base));
      if (module) await wasm_bindgen({ module_or_path: module });
      return self.postMessage({ ready: true });
    }
    self.postMessage({ made: await WORK[library](new Uint8Array(buffer)) });
  } catch (error) {
    self.postMessage({ failed: String(error?.message ?? error) });
  }
};
