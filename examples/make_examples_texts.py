"""The Vietnamese texts of the example registers: what the minutes of village cells in Hưng Yên say, 2016-2018.

`{thon}` is the village, `{x}` a small number, `{y}` a number of households, `{ha}` an area; the script fills them.
"""

# Current affairs of a month: as a careful secretary writes them, and as a short one does.
NEWS = {
    "2016-11": (
        "Thông báo Đề án số 04-ĐA/TU ngày 28/10/2016 của Tỉnh ủy về nâng cao chất lượng sinh hoạt chi bộ và phối hợp công tác giữa bí thư chi bộ với trưởng thôn; kế hoạch tổ chức Ngày hội Đại đoàn kết toàn dân tộc 18/11. Nhân dân phấn khởi vì giá hoa, giá cam đầu vụ ổn định.",
        "Thông báo Đề án số 04-ĐA/TU của Tỉnh ủy; chuẩn bị Ngày hội Đại đoàn kết 18/11.",
    ),
    "2016-12": (
        "Quán triệt Nghị quyết Trung ương 4 khóa XII về tăng cường xây dựng, chỉnh đốn Đảng; kế hoạch của Huyện ủy triển khai Đề án 04 đến chi bộ và thôn trong tháng 12. Tư tưởng đảng viên ổn định, đồng tình với việc chỉ rõ 27 biểu hiện suy thoái.",
        "Quán triệt Nghị quyết Trung ương 4 khóa XII và kế hoạch triển khai Đề án 04 của huyện.",
    ),
    "2017-01": (
        "Phổ biến chỉ thị của Ban Bí thư và kế hoạch của Đảng ủy xã về tổ chức Tết Đinh Dậu vui tươi, an toàn, tiết kiệm; kết quả phát triển kinh tế - xã hội của huyện năm 2016. Nhân dân lo thời tiết ấm làm hoa, quất nở sớm.",
        "Kế hoạch tổ chức Tết Đinh Dậu; kết quả kinh tế - xã hội năm 2016 của huyện.",
    ),
    "2017-02": (
        "Ôn truyền thống 87 năm Ngày thành lập Đảng; tình hình Tết Đinh Dậu trên địa bàn an toàn, không có vụ việc phức tạp về trật tự; lịch lấy nước gieo cấy vụ chiêm xuân và ngày giao quân của huyện.",
        "Kỷ niệm 87 năm Ngày thành lập Đảng; tình hình Tết; lịch lấy nước và ngày giao quân.",
    ),
    "2017-03": (
        "Thông tin chương trình hành động của Tỉnh ủy thực hiện Nghị quyết Trung ương 4 khóa XII; kết quả giao quân đạt 100% chỉ tiêu; văn bản của Ủy ban nhân dân huyện về phòng, chống dịch cúm gia cầm. Dư luận quan tâm an toàn thực phẩm ở chợ quê.",
        "Chương trình hành động thực hiện Nghị quyết Trung ương 4; phòng dịch cúm gia cầm.",
    ),
    "2017-04": (
        "Phổ biến hướng dẫn của Ban Thường vụ Huyện ủy về đại hội chi bộ trực thuộc nhiệm kỳ 2017 - 2020; kế hoạch quản lý đất đai, xử lý vi phạm hành lang đê điều và đường giao thông. Đảng viên đồng tình với chủ trương giải tỏa hành lang.",
        "Hướng dẫn đại hội chi bộ nhiệm kỳ 2017 - 2020; xử lý vi phạm hành lang giao thông, đê điều.",
    ),
    "2017-05": (
        "Sinh hoạt chính trị kỷ niệm 127 năm Ngày sinh Chủ tịch Hồ Chí Minh và sơ kết một năm thực hiện Chỉ thị 05-CT/TW; thông báo nội dung Hội nghị Trung ương 5. Nhân dân băn khoăn vì giá lợn hơi xuống thấp, một số hộ thua lỗ.",
        "Kỷ niệm 127 năm Ngày sinh Bác; sơ kết một năm Chỉ thị 05; giá lợn hơi giảm sâu.",
    ),
    "2017-06": (
        "Thông báo nhanh kết quả Hội nghị Trung ương 5 khóa XII, trọng tâm là nghị quyết về phát triển kinh tế tư nhân; công tác thu hoạch lúa chiêm xuân, không đốt rơm rạ trên đường. Đảng viên quan tâm việc chuẩn bị nhân sự chi ủy khóa mới.",
        "Kết quả Hội nghị Trung ương 5; thu hoạch lúa chiêm xuân, không đốt rơm rạ.",
    ),
    "2017-07": (
        "Kế hoạch học tập các nghị quyết Trung ương 5; các hoạt động kỷ niệm 70 năm Ngày Thương binh - Liệt sĩ; lịch trực phòng, chống lụt bão. Các gia đình chính sách mong được tu sửa nghĩa trang liệt sĩ của xã.",
        "Học tập nghị quyết Trung ương 5; kỷ niệm 70 năm Ngày Thương binh - Liệt sĩ.",
    ),
    "2017-08": (
        "Kết quả sáu tháng đầu năm của xã: thu ngân sách đạt 58% dự toán, xây dựng nông thôn mới giữ vững tiêu chí; tình hình mưa bão sau cơn bão số 2; thông báo kết quả đại hội các chi bộ trong Đảng bộ xã.",
        "Kết quả sáu tháng đầu năm của xã; kết quả đại hội các chi bộ; tình hình mưa bão.",
    ),
    "2017-09": (
        "Kỷ niệm 72 năm Cách mạng tháng Tám và Quốc khánh 2/9; tình hình năm học mới, các khoản thu của nhà trường được công khai; phòng sốt xuất huyết. Nhân dân yên tâm, các cháu đến trường đầy đủ.",
        "Kỷ niệm Quốc khánh 2/9; năm học mới; phòng, chống sốt xuất huyết.",
    ),
    "2017-10": (
        "Thông báo việc khắc phục hậu quả bão số 10, vận động ủng hộ đồng bào miền Trung; hướng dẫn của huyện về bầu trưởng thôn theo quy định. Nước sông Hồng lên, các hộ có vườn ngoài bãi cần theo dõi sát.",
        "Ủng hộ đồng bào bị bão số 10; theo dõi nước sông Hồng; hướng dẫn bầu trưởng thôn.",
    ),
    "2017-11": (
        "Thông báo nhanh kết quả Hội nghị Trung ương 6 khóa XII về sắp xếp tổ chức bộ máy, công tác dân số và chăm sóc sức khỏe nhân dân; thiệt hại sau đợt mưa lũ tháng 10; công tác chuẩn bị Ngày hội Đại đoàn kết.",
        "Kết quả Hội nghị Trung ương 6; khắc phục mưa lũ; chuẩn bị Ngày hội Đại đoàn kết.",
    ),
    "2017-12": (
        "Thành công của Tuần lễ Cấp cao APEC tại Đà Nẵng; Quy định 102-QĐ/TW về xử lý kỷ luật đảng viên vi phạm; hướng dẫn kiểm điểm, đánh giá cuối năm 2017. Đảng viên đồng tình với việc xử lý nghiêm cán bộ sai phạm.",
        "Quy định 102-QĐ/TW về xử lý kỷ luật đảng viên; hướng dẫn kiểm điểm cuối năm 2017.",
    ),
    "2018-01": (
        "Nghị quyết của Hội đồng nhân dân xã về nhiệm vụ năm 2018; kế hoạch tổ chức Tết Mậu Tuất, cấm sản xuất, tàng trữ và đốt pháo; rét đậm kéo dài, cần che phủ vườn hoa và chống rét cho trâu bò.",
        "Nhiệm vụ năm 2018 của xã; Tết Mậu Tuất, cấm đốt pháo; chống rét cho cây và vật nuôi.",
    ),
    "2018-02": (
        "Ôn truyền thống 88 năm Ngày thành lập Đảng; kế hoạch trực Tết, bảo đảm an toàn giao thông và vệ sinh thực phẩm; không khí phấn khởi sau thành tích của đội tuyển bóng đá U23 quốc gia.",
        "Kỷ niệm 88 năm Ngày thành lập Đảng; kế hoạch trực Tết, an toàn thực phẩm.",
    ),
    "2018-03": (
        "Tình hình Tết Mậu Tuất: nhân dân đón Tết an toàn, không có cháy nổ; ngày giao quân đầu tháng 3; triển khai Tết trồng cây và tháng thanh niên. Các hộ trồng hoa, quất có thu nhập khá hơn năm trước.",
        "Tình hình Tết Mậu Tuất; ngày giao quân; ra quân Tết trồng cây.",
    ),
    "2018-04": (
        "Phổ biến Quy định 132-QĐ/TW ngày 08/3/2018 về kiểm điểm, đánh giá hằng năm đối với tổ chức đảng, đảng viên; Thông tư 09/2017/TT-BNV về thôn, tổ dân phố. Nhân dân hỏi về phương án sáp nhập thôn dưới 400 hộ.",
        "Quy định 132-QĐ/TW về kiểm điểm, đánh giá hằng năm; Thông tư 09/2017/TT-BNV về thôn.",
    ),
    "2018-05": (
        "Kỷ niệm 128 năm Ngày sinh Chủ tịch Hồ Chí Minh và hai năm thực hiện Chỉ thị 05-CT/TW; thông báo Tháng hành động vì an toàn thực phẩm. Nhân dân mong sớm có điểm thu gom vỏ bao thuốc bảo vệ thực vật.",
        "Kỷ niệm 128 năm Ngày sinh Bác; hai năm Chỉ thị 05; an toàn thực phẩm.",
    ),
    "2018-06": (
        "Thông báo nhanh kết quả Hội nghị Trung ương 7 khóa XII về công tác cán bộ, cải cách tiền lương và bảo hiểm xã hội; kỳ thi vào lớp 10 và tốt nghiệp trung học phổ thông. Đảng viên quan tâm chế độ bảo hiểm xã hội tự nguyện.",
        "Kết quả Hội nghị Trung ương 7; kỳ thi cuối cấp; bảo hiểm xã hội tự nguyện.",
    ),
    "2018-07": (
        "Học tập các nghị quyết Trung ương 7; tuyên truyền Luật An ninh mạng, nhắc đảng viên không chia sẻ tin chưa kiểm chứng, không tụ tập đông người trái pháp luật; chuẩn bị kỷ niệm 71 năm Ngày Thương binh - Liệt sĩ.",
        "Học tập nghị quyết Trung ương 7; tuyên truyền Luật An ninh mạng; chuẩn bị 27/7.",
    ),
    "2018-08": (
        "Phổ biến Hướng dẫn 12-HD/BTCTW ngày 06/7/2018 về nâng cao chất lượng sinh hoạt chi bộ: họp thường kỳ ít nhất 90 phút, mỗi quý có sinh hoạt chuyên đề; tình hình ngập úng sau cơn bão số 3.",
        "Hướng dẫn 12-HD/BTCTW về sinh hoạt chi bộ; khắc phục ngập úng sau bão số 3.",
    ),
    "2018-09": (
        "Kỷ niệm 73 năm Quốc khánh; năm học mới 2018 - 2019, trường mầm non có thêm hai phòng học; sơ kết bước đầu việc thực hiện Hướng dẫn 12. Giá lợn hồi phục, các hộ chăn nuôi phấn khởi nhưng lo dịch bệnh.",
        "Kỷ niệm Quốc khánh; năm học mới; phòng dịch bệnh cho đàn lợn.",
    ),
    "2018-10": (
        "Giới thiệu Hướng dẫn 16-HD/BTCTW ngày 24/9/2018 về kiểm điểm, đánh giá chất lượng tổ chức đảng, đảng viên; nội dung Hội nghị Trung ương 8; công tác tuyển quân năm 2019. Tư tưởng đảng viên ổn định.",
        "Hướng dẫn 16-HD/BTCTW về đánh giá chất lượng đảng viên; sơ tuyển nghĩa vụ quân sự.",
    ),
    "2018-11": (
        "Thông báo kết quả Hội nghị Trung ương 8 khóa XII; quán triệt Quy định 08-QĐi/TW ngày 25/10/2018 về trách nhiệm nêu gương; kế hoạch Ngày hội Đại đoàn kết toàn dân tộc ở khu dân cư.",
        "Kết quả Hội nghị Trung ương 8; Quy định 08-QĐi/TW về nêu gương; Ngày hội Đại đoàn kết.",
    ),
    "2018-12": (
        "Kế hoạch kiểm điểm, đánh giá, xếp loại năm 2018 theo Quy định 132-QĐ/TW và Hướng dẫn 16-HD/BTCTW; kết quả hai năm thực hiện Đề án 04 của xã; tình hình thu quỹ và bình xét gia đình văn hóa.",
        "Kiểm điểm, xếp loại năm 2018 theo hướng dẫn mới; kết quả hai năm thực hiện Đề án 04.",
    ),
    "2019-01": (
        "Kết quả phát triển kinh tế - xã hội của xã năm 2018 và nghị quyết của Hội đồng nhân dân về nhiệm vụ năm 2019; kế hoạch tổ chức Tết Kỷ Hợi; tuyên truyền phòng dịch tả lợn châu Phi.",
        "Kết quả năm 2018, nhiệm vụ năm 2019 của xã; kế hoạch tổ chức Tết Kỷ Hợi.",
    ),
}

# The work of the past month, by calendar month: for flower villages and for orange villages, two wordings each.
FIELDS = {
    "hoa": {
        1: ("Các hộ đã tuốt lá, hãm nụ {ha} ha đào, quất và hoa chậu; thương lái đặt trước khoảng một nửa.", "Hoa chậu phục vụ Tết đã lên chậu xong, {y} hộ đã ký hợp đồng với nhà vườn Hà Nội."),
        2: ("Hoa Tết tiêu thụ được trên 90%, giá cúc và lan hồ điệp khá; đã làm đất xong {ha} ha lúa xuân.", "Vụ hoa Tết thu nhập bình quân cao hơn năm trước; còn {y} hộ tồn quất do nở muộn."),
        3: ("Gieo cấy xong {ha} ha lúa xuân trong khung thời vụ; các hộ trồng lại hoa hồng, hoa giấy sau Tết.", "Lúa xuân đã dặm tỉa, bón thúc đợt một; {y} hộ nhập cây giống hoa công trình."),
        4: ("Đã phun phòng đạo ôn cho {ha} ha lúa; hoa thảm, hoa viền bồn xuất được nhiều chuyến.", "Diệt chuột tập trung được hai đợt; {y} hộ chuyển từ rau sang hoa chậu treo."),
        5: ("Lúa xuân trỗ đều, sâu bệnh ít; hợp tác xã bơm tưới đủ nước cho {ha} ha.", "Các hộ làm hoa công trình giao hàng dịp 30/4, có {y} lao động làm thường xuyên."),
        6: ("Thu hoạch được {ha} ha lúa xuân, năng suất ước 63 tạ/ha; không còn đốt rơm rạ ở đường trục.", "Gặt xong lúa xuân, năng suất bình quân 61 tạ/ha; {y} hộ đã lật gốc rạ làm mùa."),
        7: ("Cấy xong {ha} ha lúa mùa; che lưới, thoát nước cho các nhà vườn trước mùa mưa.", "Lúa mùa cấy đạt 100% kế hoạch; {y} hộ sửa lại giàn lưới che hoa."),
        8: ("Bơm tiêu kịp thời sau mưa lớn, {ha} ha lúa và hoa bị ngập nhẹ đã phục hồi.", "Khơi thông mương tiêu dài 1,2 km; {y} hộ ươm cúc giống cho vụ Tết."),
        9: ("Phòng trừ sâu cuốn lá, rầy nâu lứa 6 cho {ha} ha lúa mùa; hoa hồng bán chậm dịp rằm tháng Bảy.", "Lúa mùa làm đòng tốt; {y} hộ vào chậu cúc mâm xôi chuẩn bị Tết."),
        10: ("Lúa mùa chắc xanh, ước đạt 56 tạ/ha; {ha} ha cúc đã bấm ngọn.", "Thu hoạch trà lúa mùa sớm; {y} hộ vay vốn ngân hàng mở rộng nhà lưới."),
        11: ("Gặt xong {ha} ha lúa mùa, làm đất trồng cây vụ đông và hoa ngắn ngày.", "Vụ đông trồng được {ha} ha, chủ yếu là rau và cúc; giá hoa 20/11 giữ ổn định."),
        12: ("Các nhà vườn chỉnh sáng, điều chỉnh nụ cho hoa Tết; {y} hộ đăng ký bán tại chợ hoa xã.", "Vệ sinh đồng ruộng, tu sửa {x} tuyến mương nội đồng; hoa Tết phát triển đều."),
    },
    "cam": {
        1: ("Cam Canh vào vụ rộ, {ha} ha đã thu một nửa, giá tại vườn 35 - 40 nghìn đồng một cân.", "Quất cảnh và bưởi Diễn bán chạy, {y} hộ đã có thương lái đặt cọc cả vườn."),
        2: ("Cam, quất Tết tiêu thụ gần hết; các hộ bón phân phục hồi {ha} ha vườn sau thu hoạch.", "Thu nhập từ cam Tết khá, có {y} hộ đạt trên 300 triệu đồng."),
        3: ("Đốn tỉa, quét vôi gốc xong {ha} ha cam; trồng mới bưởi trên đất bãi.", "Vườn cam ra lộc xuân đều; {y} hộ cải tạo vườn tạp trồng cam Vinh."),
        4: ("Cam ra hoa rộ, đã hướng dẫn phòng nhện đỏ và sâu vẽ bùa cho {ha} ha.", "Lớp tập huấn chăm sóc cây có múi có {y} hộ dự; lúa xuân sinh trưởng tốt."),
        5: ("Cam đậu quả khá, {ha} ha được tưới nhỏ giọt; lúa xuân trỗ gọn.", "Nắng nóng sớm gây rụng quả non ở {y} hộ, đã được cán bộ khuyến nông hướng dẫn."),
        6: ("Gặt xong {ha} ha lúa xuân trong đồng; vườn cam vun gốc, giữ ẩm.", "Thu hoạch lúa xuân năng suất 60 tạ/ha; {y} hộ chằng chống nhà màng."),
        7: ("Đã rào chắn, đắp bờ vùng cho {ha} ha vườn ngoài bãi; lúa mùa cấy đúng lịch.", "Lịch trực đê bố trí đủ {x} điếm canh; các hộ tỉa quả lần một."),
        8: ("Nước lên làm ngập {ha} ha vườn bãi trong hai ngày, đã tiêu úng và rửa bùn lá.", "Sau mưa bão, {y} hộ phải chống đỡ cây và xử lý nấm gốc."),
        9: ("Bón thúc quả cho {ha} ha cam; ngăn ruồi vàng bằng bẫy dẫn dụ.", "Lúa mùa ôm đòng; {y} hộ đăng ký sản xuất cam theo VietGAP."),
        10: ("Cam bắt đầu chuyển mã, {ha} ha đã cắm cọc đỡ cành; quất thế được uốn tạo dáng.", "Gặt trà lúa mùa sớm; {y} hộ tham gia tổ hợp tác tiêu thụ cam."),
        11: ("Chuẩn bị hội chợ cam của tỉnh, chọn {x} vườn mẫu dự thi; thu hoạch xong lúa mùa.", "Cam Vinh bán đầu vụ được giá; {ha} ha cây vụ đông phát triển tốt."),
        12: ("Thu lứa cam Canh đầu, sản lượng ước 18 tấn/ha; tổ tự quản canh vườn ban đêm.", "Các hộ khoanh vỏ, hãm nước cho {ha} ha quất Tết; trộm cắp vặt ở vườn giảm."),
    },
}

# What else was done last month.
DONE = (
    "Thu quỹ phòng, chống thiên tai đạt {x}0% số hộ; còn một số hộ đi làm xa chưa nộp.",
    "Tổng vệ sinh đường làng ngày 15 hằng tháng, hội Phụ nữ duy trì tốt tuyến đường tự quản.",
    "Đổ bê tông xong 120 m ngõ xóm, nhân dân góp {y} ngày công.",
    "An ninh trật tự ổn định, tổ tự quản tuần tra {x} đêm mỗi tuần.",
    "Lắp thêm {x} bóng đèn chiếu sáng đường trục bằng tiền xã hội hóa.",
    "Chi hội Cựu chiến binh hoàn thành nạo vét rãnh thoát nước đầu thôn.",
    "Hòa giải xong một vụ tranh chấp ranh giới đất, hai gia đình đã thống nhất.",
    "Biểu dương {y} hộ gia đình văn hóa ba năm liền, công khai trên bảng tin.",
    "Thu gom rác đúng lịch ba buổi mỗi tuần, bãi tập kết đã được phun khử mùi.",
    "Rà soát {x} hộ nghèo, cận nghèo công khai, không có ý kiến thắc mắc.",
    "Đoàn Thanh niên vẽ xong tường bích họa đoạn cổng làng.",
    "Hội Nông dân mở lớp kỹ thuật cho {y} hội viên, đảng viên làm nòng cốt.",
    "Vận động {x} hộ hiến đất, lùi tường rào mở rộng ngõ.",
    "Đã rà nhân khẩu tạm trú tại các nhà trọ, khai báo đủ {y} người.",
    "Quỹ khuyến học của {thon} nhận thêm đóng góp của {x} gia đình.",
    "Thăm hỏi {x} gia đình chính sách và đảng viên ốm đau.",
    "Hồ sơ vay vốn qua tổ tiết kiệm được giải quyết cho {y} hộ.",
    "Phát quang cây xanh, chỉnh trang nghĩa trang nhân dân xong trước hạn.",
    "Đảng viên được phân công phụ trách nhóm hộ báo cáo đầy đủ; một đồng chí báo cáo chậm đã được nhắc.",
    "Đường ra đồng đoạn cống giữa đã rải đá cấp phối, xe thu mua vào được tận ruộng.",
    "Giải tỏa {x} lều quán lấn chiếm hành lang, các hộ tự tháo dỡ.",
    "Tiêm phòng bổ sung cho đàn gia súc đạt {x}5% kế hoạch.",
    "Nước sạch đã đấu nối thêm {y} hộ, còn một ngõ chờ ống.",
    "Đội văn nghệ, câu lạc bộ dưỡng sinh sinh hoạt đều, phong trào được xã biểu dương.",
    "Sửa xong mái nhà văn hóa, thanh toán công khai trước dân.",
)

# Directive 05-CT/TW: what was read and told.
STUDY = (
    "Kể chuyện “Hai bàn tay”; liên hệ việc đảng viên tự lực, gương mẫu phát triển kinh tế vườn.",
    "Đọc bài “Nâng cao đạo đức cách mạng, quét sạch chủ nghĩa cá nhân”; đảng viên liên hệ bản thân.",
    "Học chuyên đề về thực hành tiết kiệm: câu chuyện Bác dùng chiếc quạt giấy; bàn việc tiết kiệm trong cưới, tang.",
    "Học tác phẩm “Sửa đổi lối làm việc”, phần tư cách và bổn phận đảng viên.",
    "Kể chuyện “Chiếc đồng hồ”; nhắc mỗi đảng viên làm tốt phần việc được phân công.",
    "Học tập phong cách nêu gương: cán bộ đi trước, làng nước theo sau; biểu dương đảng viên hiến đất làm đường.",
    "Trao đổi về phong cách gần dân, nghe dân qua câu chuyện Bác về thăm nông dân chống hạn ở Hưng Yên năm 1958.",
    "Đọc thư Bác gửi phụ lão; các đảng viên cao tuổi bàn việc giữ nền nếp gia đình.",
    "Học về đoàn kết thống nhất trong Đảng theo Di chúc của Bác.",
    "Kể chuyện “Thời gian quý báu lắm”; rút kinh nghiệm về giờ giấc họp chi bộ.",
    "Học tập tư tưởng Hồ Chí Minh về đại đoàn kết; liên hệ việc hòa giải trong thôn.",
    "Nghe giới thiệu gương điển hình học Bác của xã: một cựu chiến binh làm vườn, giúp vốn cho năm hộ nghèo.",
    "Đọc bài viết của Bác về cần, kiệm, liêm, chính; mỗi đảng viên đăng ký một việc làm cụ thể.",
    "Học chuyên đề năm về phòng, chống suy thoái tư tưởng chính trị, đạo đức, lối sống, “tự diễn biến”, “tự chuyển hóa”.",
    "Kể chuyện “Bát chè sẻ đôi”; phát động giúp gia đình đảng viên gặp khó khăn.",
    "Học phong cách làm việc khoa học, nói đi đôi với làm; kiểm điểm ba việc đã hứa với dân.",
    "Đọc lời Bác dạy về tự phê bình và phê bình “như rửa mặt hằng ngày”; ba đồng chí tự liên hệ.",
    "Trao đổi việc đăng ký làm theo Bác của từng đảng viên, đối chiếu kết quả nửa năm.",
    "Kể chuyện Bác trồng cây; mỗi đảng viên chăm ít nhất hai cây ở đường hoa của thôn.",
    "Học tập Bác về tôn trọng nhân dân; bàn cách tiếp thu ý kiến sau các cuộc họp dân.",
    "Học nội dung xây dựng phong cách, tác phong công tác của người đứng đầu, của cán bộ, đảng viên theo chuyên đề năm.",
    "Đọc mẩu chuyện “Bữa cơm của Bác”; nhắc không tổ chức ăn uống linh đình dịp lễ hội.",
    "Ôn Năm điều Bác Hồ dạy; giao đảng viên kèm cặp thiếu nhi có hoàn cảnh khó khăn.",
    "Học lời kêu gọi thi đua ái quốc; rà lại các phần việc đã đăng ký thi đua.",
    "Đọc bài về lòng trung thực, trách nhiệm; liên hệ việc kê khai và nộp đảng phí đúng hạn.",
    "Kể chuyện Bác về thăm nhà máy, hỏi chuyện bữa ăn công nhân; bàn việc quan tâm lao động thuê ở các nhà vườn.",
    "Nghe đọc sách nhỏ của Ban Tuyên giáo Tỉnh ủy về học và làm theo Bác; hai đồng chí phát biểu cảm nghĩ.",
)

# Tasks of the next month, by calendar month: for all; the crop gives a second sentence.
TASKS_OF_MONTH = {
    1: ("Thăm, tặng quà gia đình chính sách, hộ nghèo trước Tết; phân công trực Tết và ký cam kết không đốt pháo.", "Hoàn thành tổng vệ sinh trước ngày 23 tháng Chạp; treo cờ, trang trí cổng làng đón Tết."),
    2: ("Tổ chức lễ hội đầu xuân tiết kiệm, an toàn; ra quân Tết trồng cây và lấy nước vụ xuân.", "Động viên thanh niên lên đường nhập ngũ; hoàn thành gieo cấy trước hạn của xã."),
    3: ("Ra quân diệt chuột, chăm sóc lúa xuân; phối hợp Đoàn Thanh niên tổ chức các hoạt động 26/3.", "Rà soát hồ sơ quần chúng ưu tú gửi học lớp nhận thức về Đảng; phun phòng sâu bệnh đợt một."),
    4: ("Treo cờ, giữ trật tự dịp 30/4 và 1/5; kiểm tra an toàn điện ở các nhà vườn trước mùa mưa.", "Thu sản phẩm nghĩa vụ vụ xuân theo kế hoạch; tuyên truyền Tháng an toàn thực phẩm."),
    5: ("Chuẩn bị thu hoạch lúa xuân, ký cam kết không đốt rơm rạ; trao quà các cháu dịp 1/6.", "Đăng ký sinh hoạt hè cho thiếu nhi; nạo vét kênh mương trước mưa bão."),
    6: ("Hoàn thành gieo cấy lúa mùa; kiện toàn đội xung kích phòng, chống lụt bão.", "Sơ kết sáu tháng; bàn giao học sinh về sinh hoạt hè, phòng đuối nước cho trẻ em."),
    7: ("Thắp nến tri ân ở nghĩa trang liệt sĩ, thăm các gia đình chính sách; trực bão theo lịch.", "Tu sửa nhà bia ghi danh liệt sĩ; kiểm tra các vị trí bờ vùng xung yếu."),
    8: ("Vận động trẻ đến trường đúng tuổi; tiêu úng, chăm sóc lúa mùa và vườn cây.", "Khen thưởng học sinh giỏi từ quỹ khuyến học; phòng sốt xuất huyết, diệt bọ gậy."),
    9: ("Tổ chức Trung thu cho các cháu; phòng sâu bệnh lúa mùa giai đoạn trỗ.", "Vận động đóng bảo hiểm y tế hộ gia đình; thu các loại quỹ quý III."),
    10: ("Thu hoạch lúa mùa, làm vụ đông; sơ tuyển nghĩa vụ quân sự đúng đối tượng.", "Họp bình xét hộ nghèo, gia đình văn hóa; chuẩn bị Ngày hội Đại đoàn kết."),
    11: ("Tổ chức Ngày hội Đại đoàn kết 18/11 có phần lễ và bữa cơm thân tình; tri ân thầy cô 20/11.", "Hoàn thành các khoản thu năm; rà soát chỉ tiêu nghị quyết năm còn thấp."),
    12: ("Kiểm điểm, đánh giá chất lượng đảng viên và tập thể; xây dựng nghị quyết năm tới.", "Khám tuyển nghĩa vụ quân sự; tổng kết các đoàn thể; bảo vệ vườn cây, hoa màu dịp cuối năm."),
}

# Local tasks with an assignment; {m} is a member.
NEXT = (
    "Giao @{m} cùng trưởng thôn đo lại ngõ 4, lấy ý kiến các hộ trước khi đổ bê tông.",
    "Giao @{m} phụ trách tổ thu gom rác, nhắc các hộ phân loại tại nguồn.",
    "@{m} theo dõi, giúp đỡ quần chúng ưu tú hoàn thành lý lịch.",
    "Chi hội Phụ nữ trồng hoa hai bên đường trục, @{m} phụ trách.",
    "@{m} nắm tình hình các hộ có tranh chấp nước tưới, báo cáo chi ủy.",
    "Giao chi ủy làm việc với hợp tác xã về lịch bơm và giá dịch vụ.",
    "Phân công @{m} dự họp chi hội Nông dân, phổ biến nghị quyết chi bộ.",
    "Vận động các hộ mặt đường không bày cây, chậu ra lòng đường; @{m} chủ trì.",
    "@{m} phối hợp công an xã kiểm tra tạm trú ở các nhà cho thuê.",
    "Kiểm kê tài sản nhà văn hóa, @{m} lập danh mục.",
    "Tiếp tục thu tiền xã hội hóa đèn đường, công khai trên bảng tin.",
    "@{m} cùng Ban công tác Mặt trận chuẩn bị họp dân bàn quy ước {thon}.",
    "Rà soát hộ nuôi lợn gần khu dân cư, yêu cầu xây hầm khí sinh học.",
    "Chi đoàn nhận trồng và chăm 60 cây bóng mát, @{m} hướng dẫn.",
    "Giao @{m} liên hệ với đảng viên đi làm ăn xa, nắm tình hình tư tưởng.",
    "Nộp đảng phí quý trước ngày 10, @{m} thu và lập bảng kê.",
    "Tổ hòa giải gặp lại hai gia đình ở xóm ngoài; @{m} tham gia.",
    "Chuẩn bị nội dung đối thoại của lãnh đạo xã với nhân dân về cấp giấy chứng nhận đất dôi dư.",
    "@{m} phụ trách lớp tập huấn chuyển giao kỹ thuật tại nhà văn hóa.",
    "Lắp {x} camera ở đầu thôn bằng nguồn ủng hộ, @{m} vận động.",
    "Quy tập vỏ bao thuốc bảo vệ thực vật về bể chứa, mỗi xứ đồng một người phụ trách.",
    "Giao @{m} theo dõi thi công cống, ghi nhật ký giám sát cộng đồng.",
    "Nhắc các hộ dọn vật liệu xây dựng trên đường làng trong mười ngày.",
)

# What members discussed; {n} is how many spoke.
DISCUSSION = (
    "{n} ý kiến, tập trung vào mức đóng góp làm đường: thống nhất thu theo khẩu, miễn cho hộ nghèo.",
    "Có {n} đồng chí phát biểu về rác thải; đề nghị xã bổ sung xe thu gom và xử lý nơi đổ trộm.",
    "{n} ý kiến về an ninh vườn cây ban đêm; nhất trí lập hai tổ tuần tra luân phiên.",
    "Thảo luận việc thu hồi công nợ đọng của các hộ; {n} ý kiến, đảng viên nộp trước.",
    "{n} ý kiến góp ý nội dung quy ước {thon}, bỏ tục ăn uống dài ngày khi có việc tang.",
    "Bàn việc giới thiệu quần chúng vào Đảng; {n} ý kiến, nhất trí bồi dưỡng thêm một thanh niên và một phụ nữ.",
    "{n} đồng chí nêu tình trạng xe tải chở cây, chở đất làm hỏng đường; kiến nghị xã cắm biển hạn chế tải trọng.",
    "Có {n} ý kiến phê bình việc đi họp muộn; các đồng chí liên quan nhận khuyết điểm.",
    "{n} ý kiến về thoát nước khu trũng cuối thôn; đề nghị nâng cống qua đường.",
    "Thảo luận chỉ tiêu thu nhập và giảm nghèo; {n} ý kiến, giao từng đảng viên giúp một hộ.",
    "{n} ý kiến về lễ hội, nhất trí rút gọn phần rước, không thu tiền bắt buộc.",
    "Có {n} đồng chí đề nghị công khai thu chi quỹ nhà văn hóa từng quý.",
    "{n} ý kiến bàn tiêu thụ nông sản; đề nghị lập tổ hợp tác và có nhãn chung.",
    "Góp ý cho chi ủy về cách điều hành: {n} ý kiến, mong nghị quyết ngắn, rõ người làm.",
    "{n} ý kiến về nước sạch, đề nghị nhà máy thông báo khi cắt nước.",
    "Thảo luận việc dồn thửa, đổi ruộng còn vướng ở xứ đồng giữa; {n} ý kiến, hai hộ đã nhận lại ruộng.",
    "{n} đồng chí phát biểu về thanh niên đi xe máy không đội mũ bảo hiểm; giao gia đình đảng viên làm gương.",
    "Có {n} ý kiến đề nghị sửa sân chơi trẻ em ở nhà văn hóa.",
    "{n} ý kiến về vệ sinh môi trường chăn nuôi; nhất trí ký cam kết với từng hộ.",
    "Bàn công tác nhân sự các đoàn thể {thon}; {n} ý kiến, thống nhất cao.",
    "{n} ý kiến quanh việc sử dụng thuốc bảo vệ thực vật đúng cách, không phun vào giờ trẻ đi học.",
    "Có {n} đồng chí kiến nghị chính quyền sớm trả lời đơn về bờ ao công cộng.",
    "Thảo luận cách giữ liên lạc với đảng viên trẻ đi làm công ty; {n} ý kiến, giao tổ trưởng gọi điện nhắc trước kỳ họp.",
    "{n} ý kiến về tiêu chí khu dân cư kiểu mẫu, ưu tiên đường hoa và tường rào xanh.",
    "Có {n} ý kiến nhắc giữ gìn đoàn kết trong dòng họ khi chia đất, tránh đơn thư vượt cấp.",
    "{n} ý kiến về chuyển đổi ruộng trũng sang vườn; đề nghị làm đúng quy hoạch của xã.",
    "Bàn việc bảo vệ đê, cấm chất tải trên mái đê; {n} ý kiến đồng tình.",
)

CONCLUSIONS = (
    "Nhất trí các nhiệm vụ đã bàn, giao từng đảng viên phụ trách nhóm hộ và báo cáo ở kỳ sau.",
    "Chủ trì kết luận: tập trung hai việc chính là thu quỹ và vệ sinh môi trường; biểu quyết thông qua.",
    "Tiếp thu các ý kiến; giao chi ủy cùng trưởng thôn lập kế hoạch cụ thể trong tuần tới.",
    "Thông qua nghị quyết tháng; phê bình nhẹ đồng chí nộp báo cáo chậm, biểu dương tổ vệ sinh.",
    "Kết luận: việc nào đã rõ làm ngay, việc vượt thẩm quyền kiến nghị Đảng ủy xã bằng văn bản.",
    "Đồng ý mức đóng góp đã thảo luận; đảng viên gương mẫu thực hiện trước ngày 20.",
    "Nhất trí cao, yêu cầu mỗi đảng viên vận động gia đình thực hiện nghị quyết.",
    "Giao @{m} đôn đốc việc được phân công, chi ủy kiểm tra giữa tháng.",
    "Chốt danh sách việc, người làm và hạn xong; thư ký đọc lại biên bản, không ai có ý kiến khác.",
    "Kết luận giữ đúng lịch thời vụ, bảo vệ an ninh thôn xóm; thông qua biên bản.",
    "Thống nhất kiến nghị xã hai nội dung về đường và nước; các việc còn lại thôn tự lo.",
    "Biểu dương các đồng chí làm tốt dân vận; thông qua phương hướng và phân công tháng tới.",
    "Tập trung hoàn thành chỉ tiêu còn thấp; kỳ họp sau kiểm điểm từng việc.",
    "Thư ký thông qua biên bản; chi bộ biểu quyết thông qua kết luận của chủ trì.",
    "Yêu cầu đảng viên không bàn ra ngoài khi chi bộ đã quyết; giữ đoàn kết, nói và làm theo nghị quyết.",
    "Kết luận công khai tài chính trên bảng tin và loa truyền thanh của {thon}.",
    "Giao các chi hội cụ thể hóa nghị quyết, gửi kế hoạch cho chi ủy trước ngày 10.",
)

# An office cell speaks of other things.
OFFICE = (
    "Rà soát tiến độ giải quyết thủ tục hành chính, không để hồ sơ quá hạn.",
    "Phân công cán bộ trực tiếp dân vào sáng thứ Ba, thứ Năm.",
    "Hoàn thành báo cáo tháng của các ngành, bộ phận trước ngày 25.",
    "Chuẩn bị tài liệu kỳ họp Hội đồng nhân dân xã.",
    "Kiểm tra việc chấp hành giờ làm việc, đeo thẻ khi thi hành công vụ.",
    "Rà soát chỉ tiêu nông thôn mới nâng cao, giao từng công chức phụ trách tiêu chí.",
    "Tổ chức trực cơ quan trong đợt cao điểm, bảo đảm an toàn tài liệu.",
)

OFFICE_CONCLUSIONS = (
    "Giao các bộ phận thực hiện theo phân công, Văn phòng tổng hợp báo cáo chi ủy.",
    "Nhất trí nội dung đã bàn; đảng viên là trưởng ngành chịu trách nhiệm tiến độ.",
    "Kết luận: rút ngắn thời gian trả kết quả, công khai số điện thoại tiếp nhận ý kiến.",
)

# Themes: area and title.
THEMES = {
    2017: (
        ("assignments", "Phân công nhiệm vụ và quản lý đảng viên gắn với nhóm hộ gia đình"),
        ("admission", "Công tác tạo nguồn và kết nạp đảng viên trong thanh niên, phụ nữ"),
        ("mass-organisations", "Chi bộ lãnh đạo xây dựng các đoàn thể vững mạnh"),
        ("criticism", "Nhận diện 27 biểu hiện suy thoái theo Nghị quyết Trung ương 4 khóa XII và liên hệ của chi bộ"),
        ("emulation", "Phát động thi đua xây dựng khu dân cư nông thôn mới kiểu mẫu"),
        ("working-away", "Quản lý đảng viên đi làm ăn xa và đảng viên làm việc tại doanh nghiệp"),
        ("capacity", "Nâng cao kỹ năng điều hành sinh hoạt của chi ủy"),
        ("exemption", "Thực hiện quy định về miễn công tác và sinh hoạt đảng đối với đảng viên tuổi cao"),
        ("other", "Phối hợp công tác giữa bí thư chi bộ với trưởng thôn theo Đề án 04"),
    ),
    2018: (
        ("criticism", "Tự phê bình và phê bình, nêu gương của đảng viên trong xây dựng đời sống văn hóa"),
        ("capacity", "Nâng cao chất lượng sinh hoạt chi bộ và kỹ năng ghi biên bản"),
        ("emulation", "Thi đua bảo vệ môi trường, phân loại rác tại hộ gia đình"),
        ("admission", "Bồi dưỡng, kết nạp trưởng thôn, phó trưởng thôn và cán bộ đoàn thể vào Đảng"),
        ("assignments", "Đảng viên phụ trách hộ trong phát triển kinh tế vườn và giảm nghèo"),
        ("mass-organisations", "Đổi mới hoạt động của Chi hội Nông dân và Chi đoàn Thanh niên"),
        ("working-away", "Giữ mối liên hệ giữa chi bộ với đảng viên đi làm ăn xa"),
        ("other", "Chi bộ lãnh đạo giữ gìn an ninh trật tự, không để phát sinh điểm nóng"),
        ("exemption", "Rà soát đảng viên miễn, tạm miễn sinh hoạt và chế độ thăm hỏi"),
    ),
}
THEME_2016 = ("other", "Triển khai Đề án 04-ĐA/TU về sinh hoạt chi bộ và phối hợp giữa bí thư chi bộ với trưởng thôn")

THEME_DISCUSSION = (
    "@{m} trình bày đề dẫn; {n} ý kiến bổ sung giải pháp, liên hệ tình hình chi bộ.",
    "Nghe @{m} nêu thực trạng và ba nhóm giải pháp; {n} đồng chí thảo luận, thống nhất cách làm.",
    "Sau phần trình bày của @{m}, {n} ý kiến nêu việc làm được, chưa làm được và đề nghị chi ủy kiểm tra hằng quý.",
    "{n} ý kiến trao đổi quanh báo cáo của @{m}; nhất trí đưa nội dung vào nghị quyết tháng.",
)
THEME_CONCLUSIONS = (
    "Giao @{m} hoàn chỉnh chuyên đề, gửi chi ủy; đưa giải pháp vào phân công tháng tới.",
    "Chi bộ thông qua chuyên đề; mỗi đảng viên chọn một việc để làm theo.",
    "Nhất trí kết luận chuyên đề; chi ủy kiểm điểm kết quả vào cuối năm.",
    "Thông qua nghị quyết chuyên đề, phổ biến lại ở các đoàn thể trước ngày 25.",
)

MONTHLY_TITLES = (
    "Nhiệm vụ tháng {month}",
    "Lãnh đạo nhiệm vụ tháng {month}",
    "Về một số nhiệm vụ trọng tâm tháng {month}",
)

# Assignments of members: of those who hold a role, in its order, then of the others.
HOLDERS = (
    "Bí thư chi bộ, phụ trách chung", "Phó bí thư, phụ trách công tác đoàn thể", "Chi ủy viên, phụ trách kiểm tra",
    "Chi ủy viên, phụ trách tuyên giáo", "Chi ủy viên, phụ trách dân vận",
)
ASSIGNMENTS = (
    "Phụ trách nhóm hộ xóm trên", "Phụ trách nhóm hộ xóm giữa", "Phụ trách nhóm hộ xóm dưới", "Chi hội Nông dân",
    "Chi hội Phụ nữ", "Chi hội Cựu chiến binh", "Tổ hòa giải", "Tổ tự quản an ninh", "Chi đoàn Thanh niên",
    "Giúp đỡ quần chúng ưu tú", "Chi hội Người cao tuổi", "Tổ vệ sinh môi trường", "Giúp đỡ hai hộ cận nghèo",
    "Giám sát đầu tư cộng đồng", "Đội văn nghệ, thể thao", "Quỹ khuyến học",
)
OFFICE_ASSIGNMENTS = (
    "Văn phòng - thống kê", "Tư pháp - hộ tịch", "Địa chính - xây dựng", "Tài chính - kế toán", "Văn hóa - xã hội",
    "Công an xã", "Quân sự xã", "Mặt trận Tổ quốc xã", "Hội Nông dân xã", "Đoàn Thanh niên xã", "Hội Phụ nữ xã",
)

INSPECTIONS = (
    "Kiểm tra đảng viên chấp hành chế độ sinh hoạt và đóng đảng phí",
    "Giám sát việc thu, chi quỹ nhà văn hóa",
    "Giám sát chi ủy viên phụ trách đoàn thể",
    "Kiểm tra việc thực hiện nhiệm vụ được phân công",
    "Giám sát việc thu, chi làm đường ngõ xóm",
    "Kiểm tra việc đăng ký làm theo Bác",
    "Giám sát việc bình xét hộ nghèo, gia đình văn hóa",
)

# Briefings of secretary and village head.
BRIEFINGS = (
    "Thu quỹ, vệ sinh ngày 15; việc họp dân", "Tiến độ đổ bê tông ngõ; công khai đóng góp",
    "Tình hình tạm trú, tạm vắng; tổ tuần tra", "Chuẩn bị nội dung họp chi bộ tháng sau",
    "Hòa giải ranh giới đất; lịch bơm nước", "Rà soát hộ nghèo; danh sách trợ cấp",
    "Thu gom rác; nhắc hộ đổ trộm", "Tu sửa nhà văn hóa; kiểm kê tài sản",
    "Tổ xung kích; dụng cụ chữa cháy ở nhà văn hóa", "Danh sách dân quân; thăm gia đình chính sách",
    "Diệt chuột, phun phòng sâu bệnh", "Quần chúng ưu tú; hồ sơ kết nạp",
    "Đèn đường, camera; tiền ủng hộ", "Hành lang giao thông; lều quán lấn chiếm",
    "Khuyến học; giúp học sinh nghèo vượt khó", "Nước sạch; đấu nối cho các hộ cuối ngõ",
    "Ý kiến nhân dân sau tiếp xúc cử tri", "Quy ước của thôn; việc cưới, việc tang",
    "Rác đồng ruộng; không đốt phế thải", "Bảo hiểm y tế hộ gia đình; số thẻ còn thiếu",
    "An toàn thực phẩm; bể thu vỏ bao thuốc", "Đăng ký gia đình văn hóa; bảng tin công khai",
    "Đơn đề nghị của hai hộ về bờ ao chung",
)

NO_MEETING = "Mưa lũ, nước sông Hồng lên cao, đảng viên trực đê và giúp dân thu hoạch chạy lũ nên chi bộ không họp được trong tháng"

REVIEWS = {
    2017: ("Thực hiện nền nếp, giao ban đều; cần ghi chép đầy đủ hơn", "Phối hợp tốt, các việc lớn đều bàn trước khi họp dân", "Đạt yêu cầu; trưởng thôn báo cáo kịp thời trước kỳ họp chi bộ"),
    2018: ("Phối hợp chặt chẽ, không có việc tồn đọng kéo dài", "Thực hiện tốt, dân đồng tình; tiếp tục giữ nền nếp giao ban", "Khá; có tháng giao ban chậm, đã rút kinh nghiệm"),
}

# Meetings of other kinds.
SPECIAL = {
    "congress": {
        "discussion": "Đại hội nghe báo cáo chính trị, báo cáo kiểm điểm của chi ủy; {n} ý kiến tham luận về kinh tế, môi trường và xây dựng đoàn thể.",
        "conclusion": "Bầu chi ủy, bí thư, phó bí thư nhiệm kỳ 2017 - 2020 đủ số lượng ngay lần bầu thứ nhất; thông qua nghị quyết đại hội.",
    },
    "review": {
        "last_month": "Chi ủy đọc báo cáo kiểm điểm tập thể, từng chi ủy viên và đảng viên tự kiểm điểm.",
        "discussion": "{n} ý kiến góp ý thẳng thắn, có lý có tình; bỏ phiếu đề xuất mức xếp loại.",
        "conclusion": "Thông qua kết quả đánh giá, báo cáo Đảng ủy xã; đảng viên có hạn chế đăng ký biện pháp khắc phục.",
    },
    "extraordinary": {
        "news": "Mưa lớn sau bão số 3 gây ngập vườn ngoài bãi và hai ngõ trũng của {thon}.",
        "discussion": "{n} ý kiến bàn phương án bơm tiêu, di chuyển đàn lợn và giúp hộ neo đơn.",
        "conclusion": "Lập ba tổ trực bơm ngày đêm, mỗi tổ có hai đảng viên; giao @{m} báo cáo xã mỗi buổi sáng.",
    },
    "committee": {
        "last_month": "Chi ủy đánh giá từng việc của nghị quyết tháng trước và việc thực hiện nhiệm vụ của đảng viên.",
        "next_month": "Thống nhất nội dung, thời gian họp chi bộ và phân công chuẩn bị.",
    },
}
