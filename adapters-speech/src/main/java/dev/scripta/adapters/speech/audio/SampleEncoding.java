package dev.scripta.adapters.speech.audio;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** How one sample is written in a WAV file. Reading gives -1 to 1. */
enum SampleEncoding {
    U8(Tag.PCM, 1) {
        @Override
        float read(ByteBuffer in) {
            return ((in.get() & 0xff) - 128) / 0x1p7f;
        }
    },
    S16(Tag.PCM, 2) {
        @Override
        float read(ByteBuffer in) {
            return in.getShort() / 0x1p15f;
        }
    },
    S24(Tag.PCM, 3) {
        @Override
        float read(ByteBuffer in) {
            return ((in.get() & 0xff) | (in.get() & 0xff) << 8 | in.get() << 16) / 0x1p23f;
        }
    },
    S32(Tag.PCM, 4) {
        @Override
        float read(ByteBuffer in) {
            return in.getInt() / 0x1p31f;
        }
    },
    F32(Tag.FLOAT, 4) {
        @Override
        float read(ByteBuffer in) {
            return finite(in.getFloat());
        }
    },
    F64(Tag.FLOAT, 8) {
        @Override
        float read(ByteBuffer in) {
            return finite((float) in.getDouble());
        }
    },
    A_LAW(Tag.A_LAW, 1) {
        @Override
        float read(ByteBuffer in) {
            int code = in.get() ^ 0x55;
            int exponent = code >> 4 & 7;
            int mantissa = (code & 15) << 4 | 8;
            int magnitude = exponent == 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
            return ((code & 0x80) == 0 ? -magnitude : magnitude) / 0x1p15f;
        }
    },
    MU_LAW(Tag.MU_LAW, 1) {
        @Override
        float read(ByteBuffer in) {
            int code = ~in.get();
            int magnitude = ((code & 15) << 3 | 0x84) << (code >> 4 & 7);
            return ((code & 0x80) == 0 ? magnitude - 0x84 : 0x84 - magnitude) / 0x1p15f;
        }
    };

    /** WAVE format tags (RFC 2361). */
    private static final class Tag {
        static final int PCM = 1;
        static final int FLOAT = 3;
        static final int A_LAW = 6;
        static final int MU_LAW = 7;
    }

    private final int tag;
    private final int bytes;

    SampleEncoding(int tag, int bytes) {
        this.tag = tag;
        this.bytes = bytes;
    }

    /** The encoding of a WAVE format tag and sample size; empty when it is none of ours. */
    static Optional<SampleEncoding> of(int tag, int bits) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.tag == tag && encoding.bytes * 8 == bits)
                .findFirst();
    }

    int bytes() {
        return bytes;
    }

    /** Reads one sample; the buffer is little-endian. G.711 codes are expanded by ITU-T G.711's formula. */
    abstract float read(ByteBuffer in);

    /** Not a number and infinity would spread through the filter: they become silence. */
    private static float finite(float value) {
        return Float.isFinite(value) ? value : 0;
    }
}
