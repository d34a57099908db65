package dev.scripta.adapters.speech.audio;

import java.util.Locale;

/** The formats that can be decoded, with ffmpeg's name of the demuxer that is told to read them and no other. */
enum AudioFormat {
    /** RIFF/WAVE and its 64-bit form: read here, without ffmpeg. */
    WAV("wav"),
    /** WebM and Matroska: what most browsers record. */
    MATROSKA("matroska"),
    /** Ogg with Opus, Vorbis, FLAC or Speex. */
    OGG("ogg"),
    /** MP4 and its kin (M4A, QuickTime): what Safari records. */
    MP4("mov"),
    /** MPEG audio, with or without an ID3 tag. */
    MP3("mp3"),
    /** Native FLAC. */
    FLAC("flac"),
    /** Raw AAC in ADTS frames. */
    ADTS("aac");

    private final String demuxer;

    AudioFormat(String demuxer) {
        this.demuxer = demuxer;
    }

    String demuxer() {
        return demuxer;
    }

    /** The name for people, as part of a message. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
