//! A compound file around the stream of an old workbook: the container of xls.

/// The stream in a compound file: header, one table of sectors, one of names, then the stream.
pub fn file(stream: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 512;
    let (free, end, table) = (u32::MAX, 0xffff_fffe_u32, 0xffff_fffd_u32);
    // Streams below 4,096 bytes would stand in smaller sectors.
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4_096).next_multiple_of(SECTOR), 0);
    let sectors = stream.len() / SECTOR;
    let mut head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    head.extend([0; 16]);
    for word in [0x003e_u16, 3, 0xfffe, 9, 6, 0, 0, 0] {
        head.extend(word.to_le_bytes());
    }
    for number in [0, 1, 1, 0, 4_096, end, 0, end, 0, 0] {
        head.extend(number.to_le_bytes());
    }
    head.resize(SECTOR, 0xff);
    let mut chain = vec![table, end];
    chain.extend((0..sectors).map(|at| if at + 1 == sectors { end } else { at as u32 + 3 }));
    let mut fat: Vec<u8> = chain.into_iter().flat_map(u32::to_le_bytes).collect();
    fat.resize(SECTOR, 0xff);
    let entry = |name: &str, kind: u8, child: u32, start: u32, size: u32| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = entry.len() as u16 + 2;
        entry.resize(64, 0);
        entry.extend(length.to_le_bytes());
        entry.extend([kind, 1]);
        [free, free, child].iter().for_each(|n| entry.extend(n.to_le_bytes()));
        entry.extend([0; 36]);
        entry.extend(start.to_le_bytes());
        entry.extend(size.to_le_bytes());
        entry.resize(128, 0);
        entry
    };
    let mut names = entry("Root Entry", 5, 1, end, 0);
    names.extend(entry("Workbook", 2, free, 2, stream.len() as u32));
    names.resize(SECTOR, 0);
    [head, fat, names, stream].concat()
}
