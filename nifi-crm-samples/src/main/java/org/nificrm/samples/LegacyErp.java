package org.nificrm.samples;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The JSON export of a Chinese ERP: orders nested in customers, payments nested in orders, Chinese codes, times in Shanghai. */
final class LegacyErp implements LegacyWriter {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("yyyy/M/d");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final JsonGenerator json;

    LegacyErp(final Path file) throws IOException {
        this.json = new JsonFactory().createGenerator(Files.newOutputStream(file), JsonEncoding.UTF8);
        json.writeStartArray();
    }

    @Override
    public void write(final CustomerRow row) throws IOException {
        final LegacySpelling spelling = new LegacySpelling(row);
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("custNo", spelling.key());
        json.writeStringField("custName", spelling.typed(spelling.person() ? Field.FULL_NAME : Field.COMPANY_NAME));
        json.writeStringField("custType", spelling.person() ? "个人" : "企业");
        json.writeStringField("email", spelling.typed(Field.EMAIL));
        json.writeStringField("phone", spelling.typed(Field.PHONE));
        json.writeStringField("birthday", spelling.birthDate(ISO, CHINESE, SLASHES));
        json.writeStringField("sex", spelling.gender("女", "男"));
        json.writeStringField("idCard", spelling.text(Field.NATIONAL_ID));
        json.writeStringField("creditCode", spelling.text(Field.TAX_ID));
        json.writeObjectFieldStart("address");
        json.writeStringField("province", spelling.text(Field.REGION));
        json.writeStringField("city", spelling.text(Field.CITY));
        json.writeStringField("detail", spelling.text(Field.ADDRESS_LINE1));
        json.writeStringField("zip", spelling.text(Field.POSTAL_CODE));
        json.writeStringField("country", spelling.text(Field.COUNTRY));
        json.writeEndObject();
        json.writeStringField("state", spelling.status("正常", "停用", "注销"));
        json.writeStringField("modified", TIME.format(row.updatedAt()));
        json.writeArrayFieldStart("orders");
        for (final OrderRow order : row.orders()) {
            write(order);
        }

        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(final OrderRow order) throws IOException {
        json.writeStartObject();
        json.writeStringField("orderNo", order.id());
        json.writeStringField("orderDate", order.date().format(SLASHES));
        json.writeStringField("orderAmount", order.flaw() == Flaw.UNREADABLE_AMOUNT ? "面议" : order.amount());
        json.writeStringField("currency", order.currency());
        json.writeStringField("orderState", switch (order.status()) {
            case "open" -> "未发货";
            case "shipped" -> "已发货";
            case "completed" -> "已完成";
            default -> "已取消";
        });
        json.writeArrayFieldStart("payments");
        for (final PaymentRow payment : order.payments()) {
            write(payment);
        }

        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(final PaymentRow payment) throws IOException {
        json.writeStartObject();
        json.writeStringField("payNo", payment.id());
        json.writeStringField("payTime", TIME.format(payment.paidAt()));
        json.writeStringField("payAmount", payment.amount());
        json.writeStringField("payMethod", switch (payment.method()) {
            case "wechat" -> "微信";
            case "alipay" -> "支付宝";
            case "bank" -> "银行转账";
            default -> "现金";
        });
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.close();
    }
}
