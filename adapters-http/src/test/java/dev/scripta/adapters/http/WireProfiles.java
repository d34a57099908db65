package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Wire.ME;
import static dev.scripta.adapters.http.Wire.PICTURE;
import static dev.scripta.adapters.http.Wire.PROFILE;
import static dev.scripta.adapters.http.Wire.USER;
import static dev.scripta.adapters.http.Wire.logIn;
import static dev.scripta.adapters.http.WireRow.delete;
import static dev.scripta.adapters.http.WireRow.get;
import static dev.scripta.adapters.http.WireRow.post;
import static dev.scripta.adapters.http.WireRow.put;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Somebody changes who they are, and their picture. */
record WireProfiles(String fay) {

    Stream<WireRow> rows() throws IOException {
        String user = USER.replace("ann@", "fay@");
        String picture = user.replace("\"profile_pic_data\":null", "\"profile_pic_data\":\"$jpeg\"");
        return Stream.of(get(PROFILE).by(fay).answers(200, user), get(PROFILE).refuses(403, "Not authenticated"),
                put(PROFILE).by(fay).json("{}").answers(200, user),
                put(PROFILE).by(fay).json("{\"name\":null,\"medical_id\":\"x\",\"id\":9}").answers(200, user),
                put(PROFILE).by(fay).json("{\"name\":\"\"}").misses("name"),
                put(PROFILE).by(fay).json("{\"age\":17}").misses("age"),
                put(PROFILE).by(fay).json("{\"email\":\"plain\"}").misses("email"),
                put(PROFILE).by(fay).json("{\"password\":\"short\"}").misses("password"),
                put(PROFILE).by(fay).json("[").misses("body"),
                put(PROFILE).by(fay).json("{\"email\":\"bob@example.com\"}").refuses(400, "Email already taken"),
                put(PROFILE).by(fay)
                        .json("{\"name\":\"Fay\",\"age\":44}")
                        .answers(200,
                                "{\"name\":\"Fay\",\"email\":\"fay@example.com\",\"age\":44}"),
                put(PROFILE).by(fay).json("{\"name\":\"Ann\",\"age\":30}").answers(200, user),
                picture("me.PNG", image("png")).by(fay).answers(200, picture),
                picture("me.jpeg", image("png")).by(fay).when("the name is another kind's").answers(200, picture),
                get(ME).by(fay).answers(200, picture),
                picture("me.txt", image("png")).by(fay)
                        .refuses(400, "Invalid file type. Allowed: .jpg, .jpeg, .png, .gif, .webp"),
                picture("me.png", new byte[0]).by(fay).answers(400, "{}").differs("pictures-are-checked"),
                picture("me.png", new byte[100]).by(fay).answers(400, "{}").differs("pictures-are-checked"),
                post(PICTURE).by(fay).misses("file"),
                post(PICTURE).by(fay).form(new FormData().text("file", "x")).misses("file"),
                post(PICTURE).refuses(403, "Not authenticated"), delete(PICTURE).by(fay).answers(200, user),
                delete(PICTURE).by(fay).when("there is none").answers(200, user),
                put(PROFILE).by(fay).json("{\"email\":\"gay@example.com\"}").answers(200, "{}"),
                get(ME).by(fay)
                        .when("the address has changed")
                        .answers(200, "{\"email\":\"gay@example.com\"}")
                        .differs("token-outlives-address"),
                put(PROFILE).by(fay).json("{\"password\":\"another password\"}").answers(200, "{}"),
                get(ME).by(fay)
                        .when("the password has changed")
                        .refuses(401, "Could not validate credentials")
                        .differs("password-ends-tokens"),
                logIn("gay@example.com", "another password").answers(200, "{}"));
    }

    private static WireRow picture(String name, byte[] bytes) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(bytes);
        form.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return post(PICTURE).body("multipart/form-data; boundary=x", form.toByteArray()).when("it is " + name);
    }

    private static byte[] image(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
