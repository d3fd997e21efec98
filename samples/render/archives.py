"""Archives as applicants make them. The same bytes each run: no clock, no name of this machine.

Written here because no library writes what Windows in Chinese does: names in GBK, without a word about it.
"""
import gzip
import io
import struct
import tarfile
import zlib

DATE, TIME = (2023 - 1980) << 9 | 6 << 5 | 1, 9 << 11
UTF8_NAMES, ENCRYPTED = 0x800, 1


def _zip(files, encode, flags, hide=lambda data, crc: data):
    body, directory = bytearray(), bytearray()
    for path, data in files.items():
        name, crc = encode(path), zlib.crc32(data)
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = hide(packer.compress(data) + packer.flush(), crc)
        fields = struct.pack("<HHHHHIIIHH", 20, flags, 8, TIME, DATE, crc, len(packed), len(data), len(name), 0)
        directory += (b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0x20, len(body))
                      + name)
        body += b"PK\3\4" + fields + name + packed
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory), len(body), 0)
    return bytes(body + directory) + b"PK\5\6" + end


def windows_zip(files):
    """As the Explorer of Windows in Chinese writes it."""
    return _zip(files, lambda path: path.encode("gbk"), 0)


def utf8_zip(files):
    return _zip(files, str.encode, UTF8_NAMES)


def encrypted_zip(files, password=b"secret"):
    """The traditional encryption of PKWARE, which is what most programs do when asked for a password."""
    return _zip(files, str.encode, UTF8_NAMES | ENCRYPTED, lambda data, crc: _hidden(data, crc, password))


def tar_gz(files):
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path, data in files.items():
            about = tarfile.TarInfo(path)
            about.size = len(data)
            archive.addfile(about, io.BytesIO(data))
    return gzip.compress(tar.getvalue(), mtime=0)


def _hidden(data, crc, password):
    keys = [0x12345678, 0x23456789, 0x34567890]
    table = [_crc_step(i) for i in range(256)]

    def mix(byte):
        keys[0] = keys[0] >> 8 ^ table[(keys[0] ^ byte) & 0xFF]
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = keys[2] >> 8 ^ table[(keys[2] ^ keys[1] >> 24) & 0xFF]

    for byte in password:
        mix(byte)
    out = bytearray()
    for byte in bytes(11) + bytes([crc >> 24]) + data:
        pad = (keys[2] | 2) & 0xFFFF
        out.append(byte ^ (pad * (pad ^ 1) >> 8 & 0xFF))
        mix(byte)
    return bytes(out)


def _crc_step(value):
    for _ in range(8):
        value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
    return value
