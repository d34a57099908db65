package dev.scripta.adapters.speech.audio;

/**
 * The formats that can be decoded: with ffmpeg's name of the demuxer that is told to read them and no other, and with the
 * names by which servers tell them.
 */
public enum AudioFormat {
    /** RIFF/WAVE and its 64-bit form: read here, without ffmpeg. */
    WAV("wav", "WAV", "wav", "audio/wav"),
    /** WebM and Matroska: what most browsers record. */
    MATROSKA("matroska", "WebM", "webm", "audio/webm"),
    /** Ogg with Opus, Vorbis, FLAC or Speex. */
    OGG("ogg", "Ogg", "ogg", "audio/ogg"),
    /** MP4 and its kin (M4A, QuickTime): what Safari records. */
    MP4("mov", "MP4", "mp4", "audio/mp4"),
    /** MPEG audio, with or without an ID3 tag. */
    MP3("mp3", "MP3", "mp3", "audio/mpeg"),
    /** Native FLAC. */
    FLAC("flac", "FLAC", "flac", "audio/flac"),
    /** Raw AAC in ADTS frames. */
    ADTS("aac", "AAC", "aac", "audio/aac");

    private final String demuxer;
    private final String label;
    private final String extension;
    private final String mediaType;

    AudioFormat(String demuxer, String label, String extension, String mediaType) {
        this.demuxer = demuxer;
        this.label = label;
        this.extension = extension;
        this.mediaType = mediaType;
    }

    String demuxer() {
        return demuxer;
    }

    /** The name for people. */
    String label() {
        return label;
    }

    /** The usual file name extension, without the dot; also its name in {@code EngineLimits.formats}. */
    public String extension() {
        return extension;
    }

    /** The media type (RFC 6838) of audio in it. */
    public String mediaType() {
        return mediaType;
    }
}
