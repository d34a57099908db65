package dev.scripta.adapters.speech.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Makes compressed recordings from a 16 kHz mono WAV file with the bundled ffmpeg, in a process of its own: encodes it
 * once and writes its packets as often as wanted. Arguments: encoder, container, WAV file, output, how often.
 */
final class EncoderMain {

    private static final int RATE = 16_000;
    private static final int HEADER = 44;
    private static final AVRational TIME_BASE = new AVRational().num(1).den(RATE);

    private final AVCodecContext encoder;
    private final int frameSize;

    private EncoderMain(String name, boolean globalHeader) throws IOException {
        AVCodec codec = avcodec_find_encoder_by_name(name);
        this.encoder = avcodec_alloc_context3(codec);
        encoder.sample_rate(RATE);
        encoder.sample_fmt(name.equals("aac") ? AV_SAMPLE_FMT_FLTP : AV_SAMPLE_FMT_FLT);
        av_channel_layout_default(encoder.ch_layout(), 1);
        encoder.bit_rate(32_000);
        encoder.time_base(TIME_BASE);
        if (globalHeader) {
            encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        checked(avcodec_open2(encoder, codec, new AVDictionary(null)));
        this.frameSize = encoder.frame_size();
    }

    /** Prints how many milliseconds one repetition plays. */
    public static void main(String[] args) throws IOException {
        AVFormatContext container = new AVFormatContext(null);
        checked(avformat_alloc_output_context2(container, new AVOutputFormat(null), args[1], args[3]));
        EncoderMain encoding = new EncoderMain(args[0], !args[1].equals("adts"));
        List<byte[]> packets = encoding.packets(Files.readAllBytes(Path.of(args[2])));
        encoding.write(container, args[3], packets, Integer.parseInt(args[4]));
        System.out.println(1_000L * packets.size() * encoding.frameSize / RATE);
    }

    private List<byte[]> packets(byte[] wav) throws IOException {
        ByteBuffer samples = ByteBuffer.wrap(wav, HEADER, wav.length - HEADER).order(ByteOrder.LITTLE_ENDIAN);
        AVFrame frame = av_frame_alloc();
        frame.nb_samples(frameSize);
        frame.format(encoder.sample_fmt());
        frame.sample_rate(RATE);
        av_channel_layout_default(frame.ch_layout(), 1);
        checked(av_frame_get_buffer(frame, 0));
        List<byte[]> packets = new ArrayList<>();
        for (long at = 0; samples.remaining() >= frameSize * Short.BYTES; at += frameSize) {
            checked(av_frame_make_writable(frame));
            float[] values = new float[frameSize];
            for (int i = 0; i < frameSize; i++) {
                values[i] = samples.getShort() / 32768f;
            }
            new FloatPointer(frame.data(0)).put(values);
            frame.pts(at);
            checked(avcodec_send_frame(encoder, frame));
            drain(packets);
        }
        return packets;
    }

    private void drain(List<byte[]> packets) {
        AVPacket packet = av_packet_alloc();
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            packets.add(bytes);
            av_packet_unref(packet);
        }
    }

    private void write(AVFormatContext container, String file, List<byte[]> packets, int times) throws IOException {
        AVStream stream = avformat_new_stream(container, null);
        checked(avcodec_parameters_from_context(stream.codecpar(), encoder));
        AVIOContext out = new AVIOContext(null);
        checked(avio_open(out, file, AVIO_FLAG_WRITE));
        container.pb(out);
        checked(avformat_write_header(container, new AVDictionary(null)));
        AVPacket packet = av_packet_alloc();
        for (int i = 0; i < packets.size() * times; i++) {
            byte[] bytes = packets.get(i % packets.size());
            checked(av_new_packet(packet, bytes.length));
            packet.data().put(bytes);
            packet.pts((long) i * frameSize);
            packet.dts(packet.pts());
            packet.duration(frameSize);
            av_packet_rescale_ts(packet, TIME_BASE, stream.time_base());
            packet.stream_index(0);
            checked(av_interleaved_write_frame(container, packet));
        }
        checked(av_write_trailer(container));
        avio_closep(out);
    }

    private static int checked(int result) throws IOException {
        if (result < 0) {
            throw new IOException(String.format(Locale.ROOT, "ffmpeg or its process failed: %d", result));
        }
        return result;
    }
}
