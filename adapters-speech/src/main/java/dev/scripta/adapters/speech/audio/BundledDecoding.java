package dev.scripta.adapters.speech.audio;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.io.IOException;
import java.io.OutputStream;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Decodes one file with the libraries of the bundled ffmpeg (their order of calls is that of ffmpeg's example
 * {@code demux_decode.c}). Runs once, in a process of its own whose end frees all native memory.
 */
final class BundledDecoding implements AutoCloseable {

    /** Other files and the network are out of reach, and so are decoders of pictures and films. */
    private static final String PROTOCOLS = "file";
    private static final String DECODERS = "opus,libopus,vorbis,aac,alac,flac,mp1,mp1float,mp2,mp2float,mp3,mp3float,"
            + "speex,libspeex,amrnb,amrwb,ac3,eac3,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,"
            + "pcm_f32le,pcm_f32be,pcm_u8,pcm_alaw,pcm_mulaw";

    private final AVFormatContext container = avformat_alloc_context();
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final PcmOutput output;

    BundledDecoding(OutputStream out, long maxSamples) {
        this.output = new PcmOutput(out, maxSamples);
    }

    /** Decodes the file's first or best audio stream and gives the process's exit code. */
    int run(String demuxer, String file) throws IOException {
        av_log_set_level(AV_LOG_QUIET);
        AVInputFormat format = av_find_input_format(demuxer);
        AVDictionary options = options("codec_whitelist", DECODERS);
        av_dict_set(options, "protocol_whitelist", PROTOCOLS, 0);
        av_dict_set(options, "format_whitelist", format.name().getString(), 0);
        if (avformat_open_input(container, "file:" + file, format, options) < 0
                || avformat_find_stream_info(container, (PointerPointer<?>) null) < 0) {
            return DecoderMain.DAMAGED;
        }
        int index = av_find_best_stream(container, AVMEDIA_TYPE_AUDIO, -1, -1, (PointerPointer<?>) null, 0);
        if (index < 0) {
            return DecoderMain.NO_AUDIO;
        }
        AVStream stream = container.streams(index);
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null) {
            return DecoderMain.DAMAGED;
        }
        AVCodecContext decoder = avcodec_alloc_context3(codec);
        decoder.thread_count(1);
        decoder.pkt_timebase(stream.time_base());
        if (avcodec_parameters_to_context(decoder, stream.codecpar()) < 0
                || avcodec_open2(decoder, codec, options("codec_whitelist", DECODERS)) < 0) {
            return DecoderMain.DAMAGED;
        }
        boolean clean = decode(decoder, index);
        output.finish();
        return output.samples() > 0 ? DecoderMain.DECODED : clean ? DecoderMain.NO_AUDIO : DecoderMain.DAMAGED;
    }

    /**
     * Decodes all packets and tells whether none was damaged; what can be read of a damaged recording is worth having.
     */
    private boolean decode(AVCodecContext decoder, int index) throws IOException {
        boolean clean = true;
        while (!output.full() && av_read_frame(container, packet) >= 0) {
            if (packet.stream_index() == index) {
                clean &= avcodec_send_packet(decoder, packet) >= 0;
                drain(decoder);
            }
            av_packet_unref(packet);
        }
        avcodec_send_packet(decoder, null);
        drain(decoder);
        return clean;
    }

    private void drain(AVCodecContext decoder) throws IOException {
        while (avcodec_receive_frame(decoder, frame) >= 0) {
            output.accept(frame);
            av_frame_unref(frame);
        }
    }

    private static AVDictionary options(String name, String value) {
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, name, value, 0);
        return options;
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
