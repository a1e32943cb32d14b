#include "base/script.h"

#include <stddef.h>

static const struct script scripts[] = {
    {0x0590, 0x05FF, "Hebrew", "ฮีบรู"},
    {0x0600, 0x06FF, "Arabic", "อาหรับ"},
    {0x0700, 0x074F, "Syriac", "ซีเรียค"},
    {0x0750, 0x077F, "Arabic", "อาหรับ"},
    {0x0780, 0x07BF, "Thaana", "ทานา"},
    {0x07C0, 0x07FF, "N'Ko", "อึนโก"},
    {0x0800, 0x083F, "Samaritan", "สะมาเรีย"},
    {0x0840, 0x085F, "Mandaic", "แมนดาอิก"},
    {0x0860, 0x086F, "Syriac", "ซีเรียค"},
    {0x0870, 0x08FF, "Arabic", "อาหรับ"},
    {0xFB1D, 0xFB4F, "Hebrew", "ฮีบรู"},
    {0xFB50, 0xFDCF, "Arabic", "อาหรับ"},
    {0xFDF0, 0xFDFF, "Arabic", "อาหรับ"},
    {0xFE70, 0xFEFE, "Arabic", "อาหรับ"},
    {0x10800, 0x10CFF, "an ancient script",
     "โบราณ"}, /* Cypriot, Aramaic, Phoenician … Old Hungarian */
    {0x10D00, 0x10D3F, "Hanifi Rohingya", "โรฮีนจา"},
    {0x10D40, 0x10E7F, "Garay or Rumi", "กาเรย์หรือรูมี"},
    {0x10E80, 0x10EBF, "Yezidi", "ยาซิดี"},
    {0x10EC0, 0x10EFF, "Arabic", "อาหรับ"},
    {0x10F00, 0x10FFF, "an ancient script", "โบราณ"}, /* Sogdian, Old Uyghur, Chorasmian, Elymaic */
    {0x1E800, 0x1E8DF, "Mende Kikakui", "เมนเด"},
    {0x1E900, 0x1E95F, "Adlam", "อัดลัม"},
    {0x1EC70, 0x1ECBF, "Indic Siyaq", "อาหรับ"},
    {0x1ED00, 0x1ED4F, "Ottoman Siyaq", "อาหรับ"},
    {0x1EE00, 0x1EEFF, "Arabic", "อาหรับ"},
};

const struct script *script_from_right(char32_t c)
{
    if (c < scripts[0].first)
        return NULL;
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0] && c >= scripts[i].first; i++)
        if (c <= scripts[i].last)
            return &scripts[i];
    return NULL;
}
