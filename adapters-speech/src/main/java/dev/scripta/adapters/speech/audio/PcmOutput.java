package dev.scripta.adapters.speech.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc;
import static org.bytedeco.ffmpeg.global.swresample.swr_close;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert_frame;
import static org.bytedeco.ffmpeg.global.swresample.swr_is_initialized;

import java.io.IOException;
import java.io.OutputStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;

/** Resamples ffmpeg's frames to 16 kHz mono and writes them, up to a limit. */
final class PcmOutput implements AutoCloseable {

    private final OutputStream out;
    private final long maxSamples;
    private final SwrContext resampler = swr_alloc();
    private final AVFrame converted = av_frame_alloc();
    private long samples;

    PcmOutput(OutputStream out, long maxSamples) {
        this.out = out;
        this.maxSamples = maxSamples;
    }

    long samples() {
        return samples;
    }

    boolean full() {
        return samples >= maxSamples;
    }

    /**
     * A recording may change its rate or channels midway: what was begun is finished, and the resampler set up anew.
     */
    void accept(AVFrame frame) throws IOException {
        if (frame.ch_layout().order() == AV_CHANNEL_ORDER_UNSPEC) {
            av_channel_layout_default(frame.ch_layout(), frame.ch_layout().nb_channels());
        }
        if (convert(frame) < 0) {
            finish();
            swr_close(resampler);
            convert(frame);
        }
    }

    /** Writes what is still in the resampler. */
    void finish() throws IOException {
        if (swr_is_initialized(resampler) != 0) {
            prepare();
            write(swr_convert_frame(resampler, converted, null));
        }
    }

    private int convert(AVFrame frame) throws IOException {
        prepare();
        int result = swr_convert_frame(resampler, converted, frame);
        write(result);
        return result;
    }

    private void prepare() {
        converted.sample_rate(Pcm.SAMPLE_RATE);
        converted.format(AV_SAMPLE_FMT_S16);
        av_channel_layout_default(converted.ch_layout(), 1);
    }

    private void write(int result) throws IOException {
        int kept = (int) Math.min(result < 0 ? 0 : converted.nb_samples(), maxSamples - samples);
        if (kept > 0) {
            byte[] bytes = new byte[kept * Pcm.SAMPLE_BYTES];
            converted.extended_data(0).get(bytes);
            out.write(bytes);
            samples += kept;
        }
        av_frame_unref(converted);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
