package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilePictureIT extends SignInTests {

    private static final String JPEG = "data:image/jpeg;base64,";

    private String ann;

    @BeforeEach
    void signUp() throws Exception {
        ann = token("ann@example.com");
    }

    private HttpResponse<String> put(String name, byte[] file) throws Exception {
        return api.post(PICTURE, new FormData().file("file", name, file), bearer(ann));
    }

    private static byte[] image(String format, int type, int width, int height, Color color) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    private static BufferedImage kept(HttpResponse<String> answer) throws IOException {
        assertEquals(200, answer.statusCode(), answer.body());
        JsonObject user = object(answer);
        assertEquals(JsonValue.NULL, user.get("profile_pic_url"));
        String data = user.getString("profile_pic_data");
        assertTrue(data.startsWith(JPEG), data);
        byte[] bytes = Base64.getDecoder().decode(data.substring(JPEG.length()));
        assertEquals("ffd8ff", HexFormat.of().formatHex(bytes, 0, 3));
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static void assertColor(Color expected, BufferedImage image) {
        Color found = new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2));
        int distance = Math.abs(found.getRed() - expected.getRed()) + Math.abs(found.getGreen() - expected.getGreen())
                + Math.abs(found.getBlue() - expected.getBlue());
        assertTrue(distance < 12, () -> found + " is not " + expected);
    }

    @ParameterizedTest
    @CsvSource({"png,600,400,300,200", "png,40,20,40,20", "gif,3000,1500,300,150", "jpeg,5000,10,300,1",
            "png,301,1,300,1", "jpeg,300,300,300,300"})
    void pictures_fit_and_are_never_made_larger(String format, int width, int height, int fitWidth, int fitHeight)
            throws Exception {
        BufferedImage kept = kept(put("me.PNG", image(format, BufferedImage.TYPE_INT_RGB, width, height, Color.BLUE)));
        assertAll(() -> assertEquals(fitWidth, kept.getWidth()), () -> assertEquals(fitHeight, kept.getHeight()),
                () -> assertColor(Color.BLUE, kept));
    }

    @Test
    void what_is_transparent_becomes_white() throws Exception {
        byte[] clear = image("png", BufferedImage.TYPE_INT_ARGB, 500, 500, new Color(0, 0, 0, 0));
        byte[] half = image("png", BufferedImage.TYPE_INT_ARGB, 50, 50, new Color(255, 0, 0, 128));
        assertColor(Color.WHITE, kept(put("me.png", clear)));
        assertColor(new Color(255, 127, 127), kept(put("me.png", half)));
    }

    /** One pixel each: lossy, lossless, transparent, animated (the probes of Google's WebP FAQ). */
    @ParameterizedTest
    @ValueSource(strings = {"UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
            "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
            "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAA"
                    + "AA==",
            "UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAAAAAAAAAAAAAAAAAAAGQAAABWUDhMDQAAAC8AAAAQ"
                    + "BxAREYiI/gcA"})
    void webp_is_read(String webp) throws Exception {
        BufferedImage kept = kept(put("me.webp", Base64.getDecoder().decode(webp)));
        assertEquals(1, kept.getWidth());
    }

    @Test
    void a_photograph_is_shown_upright() throws Exception {
        byte[] photo = image("jpeg", BufferedImage.TYPE_INT_RGB, 80, 40, Color.GREEN);
        int behindTheFirstSegment = 4 + ByteBuffer.wrap(photo).getShort(4);
        BufferedImage kept = kept(put("me.jpg", heldUpright(photo, behindTheFirstSegment)));
        assertAll(() -> assertEquals(40, kept.getWidth()), () -> assertEquals(80, kept.getHeight()));
    }

    @Test
    void notes_that_cannot_be_read_do_not_matter() throws Exception {
        byte[] photo = image("jpeg", BufferedImage.TYPE_INT_RGB, 80, 40, Color.GREEN);
        assertEquals(80, kept(put("me.jpg", heldUpright(photo, 2))).getWidth());
    }

    /** Says in an APP1 segment (Exif 2.3) that the camera was held upright: orientation 6. */
    private static byte[] heldUpright(byte[] jpeg, int at) {
        byte[] exif = HexFormat.of()
                .parseHex("ffe10022" + "457869660000" + "4d4d002a00000008" + "0001"
                        + "011200030000000100060000" + "00000000");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, at);
        out.writeBytes(exif);
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }

    @Test
    void the_first_bytes_decide_and_not_the_name() throws Exception {
        assertEquals(20, kept(put("me.gif", image("png", BufferedImage.TYPE_INT_RGB, 20, 20, Color.RED))).getWidth());
    }

    @ParameterizedTest
    @ValueSource(strings = {"me.bmp", "me", "", "png", "me.png.exe", "me.svg"})
    void other_names_are_refused(String name) throws Exception {
        HttpResponse<String> answer = put(name, image("png", BufferedImage.TYPE_INT_RGB, 2, 2, Color.RED));
        assertAll(() -> Answers.assertProblem(400, "about:blank", answer),
                () -> assertEquals("Invalid file type. Allowed: .jpg, .jpeg, .png, .gif, .webp",
                        object(answer).getString("detail")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "89504e470d0a1a0a", "ffd8ffe0", "474946383961ffffffff00", "52494646ffffffff57454250",
            "424d3a000000000000003600000028000000", "3c7376673e"})
    void what_is_no_image_is_refused(String hex) throws Exception {
        assertNoImage(put("me.png", HexFormat.of().parseHex(hex)));
    }

    @Test
    void an_image_that_would_fill_the_memory_is_refused_by_what_it_declares() throws Exception {
        byte[] png = image("png", BufferedImage.TYPE_INT_RGB, 2, 2, Color.RED);
        for (int[] size : new int[][]{{60_000, 60_000}, {10_000, 10_000}, {Integer.MAX_VALUE, 1}}) {
            ByteBuffer.wrap(png).putInt(16, size[0]).putInt(20, size[1]);
            CRC32 crc = new CRC32();
            crc.update(png, 12, 17);
            ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
            HttpResponse<String> answer = put("me.png", png);
            assertAll(() -> assertEquals(400, answer.statusCode()),
                    () -> assertEquals("The image has too many pixels", object(answer).getString("detail")));
        }
    }

    @Test
    void a_webp_of_34_bytes_that_declares_16384_by_16384_pixels_is_refused() throws Exception {
        HttpResponse<String> answer = put("me.webp",
                Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAv////HwcQERGIiP4HAA=="));
        assertAll(() -> assertEquals(400, answer.statusCode()),
                () -> assertEquals("The image has too many pixels", object(answer).getString("detail")));
    }

    /** Progressive, grey; each scan behind the first refines nothing (ITU-T T.81 annexes B and G). */
    private static byte[] jpegOfScans(int side, int scans, String betweenScans) {
        HexFormat hex = HexFormat.of();
        String height = hex.toHexDigits((short) side);
        String codes = "01" + "00".repeat(15);
        String begin = "ffd8" + "ffdb004300" + "01".repeat(64) + "ffc2000b08" + height + height + "01011100"
                + "ffc4001400" + codes + "00" + "ffc4001410" + codes + "e0" + "ffda0008010100000000";
        return hex.parseHex(begin + (betweenScans + "ffda0008010100013f00").repeat(scans - 1) + "ffd9");
    }

    @Test
    void a_jpeg_goes_over_its_image_as_often_as_programs_need_it() throws Exception {
        assertEquals(64, kept(put("me.jpg", jpegOfScans(64, 40, ""))).getWidth());
        assertNoImage(put("me.jpg", jpegOfScans(64, 41, "")));
    }

    /**
     * Markers without parameters (TEM, and those that are reserved) before what looks like a length: who reads it as one does
     * not see the scans behind it. Without a limit, 1 MB of these takes an hour.
     */
    @ParameterizedTest
    @ValueSource(strings = {"", "ff01", "ffd0", "ff00", "ffff01"})
    @Timeout(30)
    void scans_that_hide_are_counted_all_the_same(String marker) throws Exception {
        assertNoImage(put("me.jpg", jpegOfScans(5000, 100_000, marker)));
    }

    @Test
    void what_stands_behind_the_end_of_an_image_does_not_matter() throws Exception {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        film.writeBytes(jpegOfScans(64, 2, ""));
        film.writeBytes(jpegOfScans(64, 41, ""));
        assertEquals(64, kept(put("me.jpg", film.toByteArray())).getWidth());
    }

    private static void assertNoImage(HttpResponse<String> answer) {
        assertAll(() -> Answers.assertProblem(400, "about:blank", answer),
                () -> assertEquals("The file is not an image that can be read here",
                        object(answer).getString("detail")));
    }

    @Test
    void five_megabytes_are_enough() throws Exception {
        byte[] png = image("png", BufferedImage.TYPE_INT_RGB, 2, 2, Color.RED);
        assertEquals(2, kept(put("me.png", Arrays.copyOf(png, 5 << 20))).getWidth());
        HttpResponse<String> answer = put("me.png", Arrays.copyOf(png, (5 << 20) + 1));
        assertAll(() -> Answers.assertProblem(400, "about:blank", answer),
                () -> assertEquals("File too large. Maximum size is 5MB", object(answer).getString("detail")),
                () -> api.awaitSpooled(0));
    }

    @Test
    void a_form_without_a_file_is_refused() throws Exception {
        assertAll(() -> assertEquals(422, api.post(PICTURE, new FormData().text("else", "x"), bearer(ann))
                .statusCode()),
                () -> assertEquals(422, api.post(PICTURE, new FormData().text("file", "x"), bearer(ann)).statusCode()));
    }

    @Test
    void a_picture_can_be_removed_as_often_as_one_likes() throws Exception {
        kept(put("me.png", image("png", BufferedImage.TYPE_INT_RGB, 2, 2, Color.RED)));
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = send("DELETE", PICTURE, bearer(ann));
            assertAll(() -> assertEquals(200, answer.statusCode()),
                    () -> assertTrue(answer.body().contains("\"profile_pic_url\":null,\"profile_pic_data\":null"),
                            answer.body()));
        }
    }
}
