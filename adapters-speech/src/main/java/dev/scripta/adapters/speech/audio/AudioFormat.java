package dev.scripta.adapters.speech.audio;

/** The formats that can be decoded, with ffmpeg's name of the demuxer that is told to read them and no other. */
enum AudioFormat {
    /** RIFF/WAVE and its 64-bit form: read here, without ffmpeg. */
    WAV("wav", "WAV"),
    /** WebM and Matroska: what most browsers record. */
    MATROSKA("matroska", "WebM"),
    /** Ogg with Opus, Vorbis, FLAC or Speex. */
    OGG("ogg", "Ogg"),
    /** MP4 and its kin (M4A, QuickTime): what Safari records. */
    MP4("mov", "MP4"),
    /** MPEG audio, with or without an ID3 tag. */
    MP3("mp3", "MP3"),
    /** Native FLAC. */
    FLAC("flac", "FLAC"),
    /** Raw AAC in ADTS frames. */
    ADTS("aac", "AAC");

    private final String demuxer;
    private final String label;

    AudioFormat(String demuxer, String label) {
        this.demuxer = demuxer;
        this.label = label;
    }

    String demuxer() {
        return demuxer;
    }

    /** The name for people. */
    String label() {
        return label;
    }
}
